// Command lines in; answers, failures and exit codes of real processes out.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upperBright } from '../../node/test/make-pictures'
import { runChild } from '../../node/test/run-child'

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
const tiny = fileURLToPath(new URL('../../node/test/tiny', import.meta.url))
let folder: string
let picture: Uint8Array

beforeAll(async () => {
  picture = await upperBright()
  folder = await mkdtemp(join(tmpdir(), 'stylelens-'))
  await Promise.all(['10.png', '2.png'].map((name) => writeFile(join(folder, name), picture)))
  await writeFile(join(folder, 'page.png'), '<!doctype html>')
})

afterAll(() => rm(folder, { recursive: true }))

const withTiny = (parts: string[], input?: Uint8Array) => runChild([cli, ...parts, '--model', tiny], {}, input)

describe('classify', () => {
  it('answers in aligned lines, and reports a failure without leaving the others out', async () => {
    const { stdout, stderr, code } = await withTiny(['classify', folder, '--top-k', '1'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => line.replace(/[\d.]+ ms$/, '? ms'))).toEqual([
      `${join(folder, '2.png')}     upper   99.8 %  cpu  ? ms`,
      `${join(folder, '10.png')}    upper   99.8 %  cpu  ? ms`,
    ])
    expect(stderr).toMatch(/^\S+page\.png: Cannot decode .*HTML.*\[image-unsupported\]\n$/)
    expect(code).toBe(1)
  })

  it('reads standard input, and is the default command', async () => {
    const { stdout, stderr, code } = await withTiny(['-', '--json', '--top-k', 'all', '--threads', '1'], picture)
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(JSON.parse(stdout)).toMatchObject({
      file: '-',
      label: 'upper',
      predictions: [
        { label: 'upper', index: 0 },
        { label: 'lower', index: 1 },
      ],
      model: 'tiny',
      executionProvider: 'cpu',
      ms: expect.any(Number),
    })
  })

  it('writes one JSON object a line, failures among them, and one line on stderr for a fallback', async () => {
    const { stdout, stderr, code } = await withTiny([
      'classify',
      join(folder, '2.png'),
      'none.png',
      '--json',
      '--provider',
      'webnn,wasm',
    ])
    const [answer, failure] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answer).toMatchObject({ label: 'upper', executionProvider: 'wasm' })
    expect(failure).toEqual({
      file: 'none.png',
      error: { code: 'image-not-found', message: expect.stringContaining('"none.png"') },
    })
    expect(stderr).toMatch(/^stylelens: running on wasm\. .*WebNN.*\n$/)
    expect(stderr.split('\n')).toHaveLength(2)
    expect(code).toBe(1)
  })
})

it('ends with code 2 and a sentence where the model is unknown', async () => {
  const { stdout, stderr, code } = await runChild([cli, 'x.png', '--model', 'none'])
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  expect(stderr).toMatch(/^stylelens: .*fashion-small, fashion-nano.*\[model-not-found\]\n$/)
})

describe('where onnxruntime-node does not load', () => {
  const block = fileURLToPath(new URL('../../node/test/block-package.mjs', import.meta.url))
  const blocked = (...parts: string[]) =>
    runChild(['--import', block, cli, ...parts], { BLOCKED_PACKAGES: 'onnxruntime-node:dlopen' })

  it('doctor says why, what brings it, and that WebAssembly is there', async () => {
    const { stdout, stderr, code } = await blocked('doctor')
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toMatch(/cpu +no +it lacks libstdc\+\+\.so\.6\n +Run `apt-get install libstdc\+\+6`/)
    expect(stdout).toMatch(/\n +wasm +yes\n/)
    expect((await blocked('doctor', '--provider', 'cpu')).code).toBe(1)
  })

  it('classify runs on WebAssembly, and says why in one line', async () => {
    const { stdout, stderr, code } = await blocked('classify', join(folder, '2.png'), '--model', tiny, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ label: 'upper', executionProvider: 'wasm' })
    expect(stderr).toMatch(/^stylelens: running on wasm\. onnxruntime-node cannot be loaded: it lacks libstdc.*\n$/)
    expect(code).toBe(0)
  })
})
