// Every kind of layer: its gradients on WebGPU, drawn by SwiftShader, against those of plain JavaScript; then two steps of training.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runNode } from '../../test/package/run-command'
import { temporaryFolder } from '../../test/package/temporary-folder'
import { available } from '../../test/requirement'
import { unpackSwiftshader } from '../../test/webgpu/unpack-swiftshader'
import { layerCases } from './layer-gradients'
import { isWebgpuInstalled, loadWebgpuBackend } from './webgpu-backend'

const tolerance = 2e-5 // a share of the largest value of each tensor
const installed = available('webgpu', isWebgpuInstalled(), 'the backend webgpu is not installed: npm run setup:webgpu')
const swiftshader = unpackSwiftshader(join(temporaryFolder(), 'swiftshader'))
const environment = 'environment' in swiftshader ? swiftshader.environment : undefined
const drawn = available('swiftshader', environment !== undefined, 'missing' in swiftshader ? swiftshader.missing : '')

describe.skipIf(!installed || !drawn)('the backend webgpu on SwiftShader', () => {
  it('gives the gradients of plain JavaScript, and the losses of WebAssembly', async () => {
    const script = join(import.meta.dirname, 'compare-webgpu.ts')
    const { code, stdout } = await runNode(['--import', 'tsx', script], join(import.meta.dirname, '../..'), environment)
    expect(code).toBe(0)
    const { description, differences, losses } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
      description: string
      differences: Record<string, number>
      losses: { received: number[]; expected: number[] }
    }
    expect(description).toMatch(/^WebGPU \(tfjs-backend-webgpu [\d.]+\) on .*[Ss]wift[Ss]hader/)
    expect(Object.keys(differences)).toEqual(Object.keys(layerCases))
    expect(Object.entries(differences).filter(([, difference]) => !(difference <= tolerance))).toEqual([])
    losses.received.forEach((loss, step) => expect(loss).toBeCloseTo(losses.expected[step], 4))
  }, 180_000)
})

// What a person sees first who passes --backend webgpu.
it.skipIf(installed)('says which command brings it where it is not installed', async () => {
  await expect(loadWebgpuBackend()).rejects.toMatchObject({
    code: 'backend-missing',
    message: expect.stringContaining('npm run setup:webgpu') as string,
  })
})
