// WebGPU of onnxruntime-node on SwiftShader in; proof that the self-test passes what is right, and only that, out.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runNode } from '../package/run-command'
import { temporaryFolder } from '../package/temporary-folder'
import { available } from '../requirement'
import { root } from '../source-files'
import { unpackSwiftshader } from './unpack-swiftshader'

const folder = temporaryFolder()
const swiftshader = unpackSwiftshader(join(folder, 'swiftshader'))
const environment = 'environment' in swiftshader ? swiftshader.environment : undefined
const here = available('swiftshader', environment !== undefined, 'missing' in swiftshader ? swiftshader.missing : '')

async function answer(model: string): Promise<unknown> {
  const script = join(root, 'test/webgpu/compare-with-cpu.ts')
  const { code, stdout, stderr } = await runNode(['--import', 'tsx', script, model], root, environment)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe.skipIf(!here)('WebGPU in Node, drawn by SwiftShader', () => {
  it('computes the golden vectors, and for other pictures what the CPU computes', async () => {
    const result = await answer(join(root, 'models/fashion-nano'))
    expect(result).toMatchObject({
      backend: { executionProvider: 'webgpu', placement: 'full', fellBackFrom: [], runtime: 'onnxruntime-node' },
      fallbacks: [],
      phases: ['model done', 'session begun', 'session done', 'warmup begun', 'warmup done'],
    })
    const { difference, labels } = result as { difference: number; labels: string[][] }
    expect(difference).toBeLessThan(1e-3)
    expect(labels[0]).toEqual(labels[1])
  }, 120_000)

  it('a model that it computes otherwise than its golden vectors say runs on the CPU, with the reason', async () => {
    const model = join(folder, 'fashion-nano')
    cpSync(join(root, 'models/fashion-nano'), model, { recursive: true })
    const golden = JSON.parse(readFileSync(join(model, 'golden.json'), 'utf8')) as { logits: { fp32: number[][] } }
    golden.logits.fp32[1][4] += 0.5
    writeFileSync(join(model, 'golden.json'), JSON.stringify(golden))
    const manifest = JSON.parse(readFileSync(join(model, 'manifest.json'), 'utf8')) as object
    const selfTest = { file: 'golden.json', tolerance: 0.1 }
    writeFileSync(join(model, 'manifest.json'), JSON.stringify({ ...manifest, selfTest }))
    expect(await answer(model)).toMatchObject({
      backend: {
        executionProvider: 'cpu',
        fellBackFrom: [{
          executionProvider: 'webgpu',
          code: 'self-test',
          message: expect.stringContaining('by up to 0.500') as string,
        }],
      },
      difference: 0,
      fallbacks: [{ from: 'webgpu', to: 'cpu', code: 'self-test' }],
    })
  }, 120_000)
})
