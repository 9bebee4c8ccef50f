// A layers model's folder in, the same model with float16 weights out: half the bytes, and read by loadLayersModel too.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Float16Array } from '@petamoriken/float16'
import { readLayersModel } from './layers-model'

/** What tfjs makes float32 of when it loads them. */
const quantization = { dtype: 'float16', original_dtype: 'float32' } as const

export async function halveWeights(source: string, target: string): Promise<void> {
  const { weightSpecs, weightData, ...description } = await readLayersModel(source)
  const halves = Float16Array.from(new Float32Array(weightData))
  const weights = weightSpecs.map((weight) => ({ ...weight, quantization }))
  await mkdir(target, { recursive: true })
  await writeFile(join(target, 'weights.bin'), Buffer.from(halves.buffer))
  const halved = { ...description, weightsManifest: [{ paths: ['weights.bin'], weights }] }
  await writeFile(join(target, 'model.json'), `${JSON.stringify(halved, null, 1)}\n`)
}
