// A layers model whose weights were halved: loaded by the same function, with the same answers up to half precision.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadCpuBackend } from './backends/cpu-backend'
import { halveWeights } from './halve-weights'
import { loadLayersModel } from './layers-model'

it('are half as large, and the network they make answers alike', async () => {
  const source = join(import.meta.dirname, '..', 'models', 'fashion-nano', 'layers-model')
  const target = await mkdtemp(join(tmpdir(), 'stylelens-halved-'))
  await halveWeights(source, target)
  const size = async (folder: string) => (await stat(join(folder, 'weights.bin'))).size
  expect(await size(target)).toBe((await size(source)) / 2)
  const { tf } = await loadCpuBackend()
  const input = tf.randomNormal([4, 28, 28, 1], 0, 1, 'float32', 1)
  const logits = async (folder: string) => Array.from(((await loadLayersModel(tf, folder)).predict(input) as typeof input).dataSync())
  const [whole, halved] = [await logits(source), await logits(target)]
  expect(Math.max(...whole.map((value, index) => Math.abs(value - halved[index])))).toBeLessThan(0.05)
  expect(halved).not.toEqual(whole)
  await rm(target, { recursive: true })
})
