// The README and the code in; the defaults in the one must be those of the other, and its examples print what it says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runNode } from '../../../test/package/run-command'
import { defaultOptions } from '../src/conversion-options'
import { defaultQuantization } from '../src/quantize/quantization-options'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it.each(Object.entries(defaultOptions))('states the default of %s', (option, value) => {
  expect(readme).toContain(`| \`${option}\` | \`${String(value)}\` |`)
})

it('states the defaults of quantizeModel', () => {
  const { method, perChannel, maxExcluded } = defaultQuantization
  expect(readme).toContain(`method: '${method}',`)
  expect(readme).toContain(`\`perChannel\` (\`${perChannel}\`)`)
  expect(readme).toContain(`(\`maxExcluded\`, at most ${maxExcluded})`)
})

it('shows six lines of use that print what their comment says', async () => {
  const [, code] = /```js\n([\s\S]*?)```/.exec(readme) ?? ['', '']
  const lines = code.trimEnd().split('\n')
  expect(lines).toHaveLength(7)
  const { code: exit, stdout } = await runNode(['--import', 'tsx', '--input-type=module', '-e', code], root)
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: `${lines[6].slice(3)}\n` })
})

it('shows a command and what it prints', async () => {
  const [, words, output] = /```console\n\$ tfjs-to-onnx (.*)\n([\s\S]*?)```/.exec(readme) ?? ['', '', '']
  const [source, target] = words.split(' ')
  const folder = mkdtempSync(join(tmpdir(), 'readme-'))
  const cli = join(root, 'packages/tfjs-to-onnx/src/cli.ts')
  const { code, stdout, stderr } = await runNode(['--import', 'tsx', cli, source, join(folder, target)], root)
  rmSync(folder, { recursive: true })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.replace(`${folder}/`, '')).toBe(output)
})
