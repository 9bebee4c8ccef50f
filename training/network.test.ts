// The networks have the size that their comments claim and their models may have, save and load, and do not change by it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Tensor } from '@tensorflow/tfjs-core'
import { loadCpuBackend } from './backends/cpu-backend'
import { buildOnnx } from './build-onnx'
import { loadLayersModel, saveLayersModel } from './layers-model'
import { createNetwork, networkShapes } from './network'

// What a released model may have; multiply-accumulates for one picture.
const limits = {
  nano: { parameters: 60_000, multiplyAccumulates: 6_500_000 },
  small: { parameters: 265_000, multiplyAccumulates: 21_000_000 },
  base: { parameters: 2_000_000, multiplyAccumulates: 62_000_000 },
} as const

it.each([
  ['nano', 58_650, 6_322_656, 'nano'],
  ['nano-residual', 58_018, 5_574_640, 'nano'],
  ['nano-residual-wide-head', 58_418, 5_575_040, 'nano'],
  ['nano-residual-learned-head', 59_978, 5_576_600, 'nano'],
  ['small', 261_298, 20_491_584, 'small'],
  ['small-wide-head', 262_258, 20_492_544, 'small'],
  ['base', 1_940_970, 59_948_032, 'base'],
  ['base-wide-head', 1_943_530, 59_950_592, 'base'],
] as const)('%s has %i learned parameters and %i multiply-accumulates, within the limits', async (name, parameters, macs, size) => {
  const { tf } = await loadCpuBackend()
  const model = createNetwork(tf, networkShapes[name], 1)
  const counts = model.trainableWeights.map(({ shape }) =>
    shape.reduce<number>((product, length) => product * (length ?? 1), 1),
  )
  const { report } = await buildOnnx(model, name, 'none', 1)
  expect(counts.reduce((sum, count) => sum + count)).toBe(parameters)
  expect(report.multiplyAccumulates).toBe(macs)
  expect(parameters).toBeLessThanOrEqual(limits[size].parameters)
  expect(macs).toBeLessThanOrEqual(limits[size].multiplyAccumulates)
})

it('has in the file, where branches helped to train it, as much as without them', async () => {
  const { tf } = await loadCpuBackend()
  const reports = ['nano-residual', 'nano-residual-branches'] as const
  const [plain, branched] = await Promise.all(
    reports.map(async (name) => (await buildOnnx(createNetwork(tf, networkShapes[name], 1), name, 'none', 1)).report),
  )
  expect(branched.mergedLayers).toHaveLength(11) // seven convolutions with one beside each, and four with their input
  expect([branched.parameters, branched.multiplyAccumulates]).toEqual([plain.parameters, plain.multiplyAccumulates])
  expect(branched.operators).toEqual(plain.operators)
})

it('puts the means and the largest values side by side into the embedding', async () => {
  const { tf } = await loadCpuBackend()
  const model = createNetwork(tf, { stem: 2, stages: [{ width: 3, block: 'plain' }], head: 'mean-and-largest' }, 1)
  const outputs = ['stage1_plain_relu', 'embedding'].flatMap((name) => model.getLayer(name).output)
  const inside = tf.model({ inputs: model.inputs, outputs })
  const [features, embedding] = inside.predict(tf.randomNormal([1, 28, 28, 1], 0, 1, 'float32', 5)) as Tensor[]
  const channels = tf.unstack(tf.squeeze(features), 2)
  const expected = [...channels.map((channel) => tf.mean(channel)), ...channels.map((channel) => tf.max(channel))]
  const values = embedding.dataSync()
  expect(values).toHaveLength(6)
  expected.forEach((value, place) => expect(values[place]).toBeCloseTo(value.dataSync()[0], 5))
})

it('begins with the mean where it learns to weigh the places', async () => {
  const { tf } = await loadCpuBackend()
  const shape = { stem: 2, stages: [{ width: 3, block: 'plain' }] } as const
  const input = tf.randomNormal([1, 28, 28, 1], 0, 1, 'float32', 5)
  const [mean, learned] = (['mean', 'learned'] as const).map((head) => {
    const model = createNetwork(tf, { ...shape, head }, 1)
    return (tf.model({ inputs: model.inputs, outputs: model.getLayer('embedding').output }).predict(input) as Tensor).dataSync()
  })
  learned.forEach((value, place) => expect(value).toBeCloseTo(mean[place], 5))
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
