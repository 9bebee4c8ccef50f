// Command lines and a terminal that remembers in; what was written and the exit code out.
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import packageJson from '../../package.json'
import { runCli as run } from '../../test/run-cli'

const tiny = fileURLToPath(new URL('../../../node/test/tiny', import.meta.url))

it.each([
  ['no picture', ['classify'], /missing required argument/],
  ['unknown option', ['--nope'], /unknown option/],
  ['wrong number', ['x.png', '--top-k', '0'], /whole number/],
  ['unknown provider', ['x.png', '--provider', 'abacus', '--model', tiny], /\[option-invalid\]/],
  ['unknown way to preprocess', ['x.png', '--preprocess', 'none', '--model', tiny], /\[option-invalid\]/],
  ['no provider left', ['x.png', '--provider', 'webnn', '--model', tiny], /WebNN[^]*\[provider-failed\]/],
])('%s: exit code 2', async (_, parts, message) => {
  const { stdout, stderr, code } = await run(...parts)
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  expect(stderr).toMatch(message)
})

it('an empty standard input is a picture that fails: exit code 1', async () => {
  expect(await run('-', '--model', tiny)).toMatchObject({
    stdout: '',
    stderr: expect.stringMatching(/^-: .*\[image-empty\]\n$/),
    code: 1,
  })
})

it('tells its version', async () => {
  expect(await run('--version')).toEqual({ stdout: `${packageJson.version}\n`, stderr: '', code: 0 })
})

it('tells its options', async () => {
  const { stdout, stderr, code } = await run('classify', '--help')
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  for (const option of ['--top-k', '--json', '--model', '--provider', '--preprocess', '--threads', '--recursive'])
    expect(stdout).toContain(option)
})

it('tells its commands and exit codes', async () => {
  expect((await run('--help')).stdout).toMatch(/classify[^]*models[^]*doctor[^]*prune[^]*bench[^]*Exit code/)
})
