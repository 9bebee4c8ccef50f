// Installs the packed tarballs in an empty folder and classifies a picture there, with and without onnxruntime-node.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { classifyPicture, installTarballs, picture } from './package/consumer'
import { packPackages, type Tarball } from './package/pack-packages'
import { registryAnswers, runNode } from './package/run-command'
import { temporaryFolder } from './package/temporary-folder'
import { available } from './requirement'

const minutes = 60_000
const folder = temporaryFolder()
const registry = available('registry', await registryAnswers(), "npm's registry does not answer")

describe.skipIf(!registry)('installed from tarballs', () => {
  let tarballs: Tarball[]
  beforeAll(async () => {
    tarballs = await packPackages(['core', 'node', 'web', 'stylelens'], folder)
  }, 2 * minutes)

  describe('with onnxruntime-node', () => {
    const consumer = join(folder, 'native')
    // Its install script would fetch files for CUDA, half a gigabyte that no CPU needs.
    beforeAll(async () => {
      const { code, stderr } = await installTarballs(consumer, tarballs, { ONNXRUNTIME_NODE_INSTALL: 'skip' })
      expect(code, stderr).toBe(0)
    }, 5 * minutes)

    it.each(['mjs', 'cjs'] as const)('classifies from %s on the CPU, and prints nothing else', async (extension) => {
      const { answer, stderr } = await classifyPicture(consumer, extension)
      expect(stderr).toBe('')
      expectProbabilities(answer.predictions)
      expect(answer.backend).toMatchObject({ executionProvider: 'cpu', fellBackFrom: [] })
    })

    it.each(['mjs', 'cjs'] as const)('classifies from %s in a worker, with the same answer', async (extension) => {
      const { answer, stderr } = await classifyPicture(consumer, extension, { worker: { size: 2 } })
      expect(stderr).toBe('')
      expect(answer.backend).toMatchObject({ executionProvider: 'cpu', offThread: true })
      expect(answer.predictions).toEqual((await classifyPicture(consumer, extension)).answer.predictions)
    })

    it('has a working command line', async () => {
      const command = join(consumer, 'node_modules/.bin/stylelens')
      expect(existsSync(command)).toBe(true)
      const { code, stdout, stderr } = await runNode([command, 'classify', picture, '--top-k', '1'], consumer)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(/t-shirt\.png/)
    })

    it.each(['mjs', 'cjs'] as const)(
      'classifies from %s on WebAssembly when onnxruntime-node is taken away',
      async (extension) => {
        rmSync(join(consumer, 'node_modules/onnxruntime-node'), { recursive: true, force: true })
        await expectWebAssembly(consumer, extension)
      },
    )
  })

  // Only there has onnxruntime-node anything to download.
  const downloads = available(
    'linux-x64',
    process.platform === 'linux' && process.arch === 'x64',
    'onnxruntime-node downloads only on Linux x64',
  )

  describe.skipIf(!downloads)('where onnxruntime-node cannot download', () => {
    const consumer = join(folder, 'without')
    // A proxy that nobody listens at: only onnxruntime-node's install script heeds this variable, not npm.
    const closed = { GLOBAL_AGENT_HTTPS_PROXY: 'http://127.0.0.1:9' }

    it(
      'installs without a word of failure, and leaves onnxruntime-node out',
      async () => {
        const { code, stderr } = await installTarballs(consumer, tarballs, closed)
        expect(code, stderr).toBe(0)
        expect(existsSync(join(consumer, 'node_modules/onnxruntime-node'))).toBe(false)
      },
      5 * minutes,
    )

    it.each(['mjs', 'cjs'] as const)('classifies from %s on WebAssembly', (extension) =>
      expectWebAssembly(consumer, extension),
    )
  })
})

function expectProbabilities(predictions: readonly { readonly label: string; readonly score: number }[]): void {
  expect(new Set(predictions.map(({ label }) => label)).size).toBe(10)
  expect(predictions.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 4)
}

async function expectWebAssembly(consumer: string, extension: 'mjs' | 'cjs'): Promise<void> {
  const { answer, stderr } = await classifyPicture(consumer, extension)
  expect(stderr).toBe('')
  expectProbabilities(answer.predictions)
  expect(answer.backend.executionProvider).toBe('wasm')
  expect(answer.backend.fellBackFrom).toHaveLength(1)
  expect(answer.backend.fellBackFrom[0]?.message).toMatch(/ONNXRUNTIME_NODE_INSTALL=skip npm install/)
}
