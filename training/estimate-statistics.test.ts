// The statistics of the first batch-norm layer after estimation: those of what the convolution before it gives.
import { expect, it } from 'vitest'
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core'
import { loadCpuBackend } from './backends/cpu-backend'
import { estimateStatistics } from './estimate-statistics'
import { createNetwork } from './network'
import { normalizePictures } from './train-step'

it('are the means over the batches, and change no weight and no setting', async () => {
  const { tf } = await loadCpuBackend()
  const model = createNetwork(tf, { stem: 3, stages: [{ width: 4, block: 'plain' }] }, 1)
  const batches = [0, 1].map((batch) => Float32Array.from({ length: 5 * 784 }, (_, pixel) => ((pixel * 31 + batch * 97) % 256) / 255))
  const layer = model.getLayer('stem_norm') as ReturnType<typeof model.getLayer> & { momentum: number }
  const [gamma, , movingMean, movingVariance] = layer.getWeights().map((weight) => Array.from(weight.dataSync()))
  expect([movingMean, movingVariance]).toEqual([[0, 0, 0], [1, 1, 1]])
  estimateStatistics(tf, model, batches)

  const stem = tf.model({ inputs: model.inputs, outputs: model.getLayer('stem_conv').output })
  const moments = batches.map((pictures) => tf.moments(stem.predict(normalizePictures(tf, pictures)) as Tensor4D, [0, 1, 2]))
  const mean = (values: Tensor[]) => Array.from(tf.div(tf.addN(values), values.length).dataSync())
  const [newGamma, , newMean, newVariance] = layer.getWeights().map((weight) => Array.from(weight.dataSync()))
  mean(moments.map((moment) => moment.mean)).forEach((value, channel) => expect(newMean[channel]).toBeCloseTo(value, 4))
  mean(moments.map(({ variance }) => variance)).forEach((value, channel) => expect(newVariance[channel]).toBeCloseTo(value, 4))
  expect(newGamma).toEqual(gamma)
  expect(layer.momentum).toBe(0.9)
})
