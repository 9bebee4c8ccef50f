// The networks have the size that their comments claim, save and load, and do not change by it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Tensor } from '@tensorflow/tfjs-core'
import { loadCpuBackend } from './backends/cpu-backend'
import { loadLayersModel, saveLayersModel } from './layers-model'
import { createNetwork, networkShapes } from './network'

it.each([
  ['nano', 58_650],
  ['small', 261_298],
  ['base', 1_940_970],
] as const)('%s has %i learned parameters', async (name, parameters) => {
  const { tf } = await loadCpuBackend()
  const model = createNetwork(tf, networkShapes[name], 1)
  const counts = model.trainableWeights.map(({ shape }) =>
    shape.reduce<number>((product, size) => product * (size ?? 1), 1),
  )
  expect(counts.reduce((sum, count) => sum + count)).toBe(parameters)
})

it('gives the same logits after saving and loading, and other weights for another seed', async () => {
  const { tf } = await loadCpuBackend()
  const shape = {
    stem: 3,
    stages: [
      { width: 4, block: 'residual' },
      { width: 5, block: 'plain' },
    ],
  } as const
  const model = createNetwork(tf, shape, 1)
  const folder = await mkdtemp(join(tmpdir(), 'stylelens-model-'))
  await saveLayersModel(tf, model, folder)
  const loaded = await loadLayersModel(tf, folder)
  const input = tf.randomNormal([2, 28, 28, 1], 0, 1, 'float32', 5)
  const logits = (network: typeof model) => Array.from((network.predict(input) as Tensor).dataSync())
  expect(logits(loaded)).toEqual(logits(model))
  expect(logits(createNetwork(tf, shape, 1))).toEqual(logits(model))
  expect(logits(createNetwork(tf, shape, 2))).not.toEqual(logits(model))
  await rm(folder, { recursive: true })
})
