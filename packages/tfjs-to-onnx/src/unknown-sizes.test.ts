// Models whose height, width or length is null come in; one file must agree with tfjs at several sizes.
import * as tf from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { expectSameAsTfjs } from '../test/compare-with-tfjs'
import { joined } from '../test/single-layer'

const { layers } = tf

const fullyConvolutional = (): LayersModel => joined([[null, null, 3]], ([x]) => {
  const first = layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' }).apply(x)
  const gate = layers.conv2d({ filters: 4, kernelSize: 1, padding: 'same', activation: 'sigmoid' }).apply(first)
  const gated = layers.multiply().apply([first, gate] as SymbolicTensor[])
  const pooled = layers.maxPooling2d({ poolSize: 2 }).apply(layers.batchNormalization().apply(gated))
  const padded = layers.zeroPadding2d({ padding: [[0, 1], [2, 0]] }).apply(layers.cropping2D({
    cropping: [[1, 0], [0, 1]] }).apply(layers.upSampling2d({ size: [2, 2] }).apply(pooled)))
  const back = layers.conv2dTranspose({ filters: 2, kernelSize: 3, strides: 2, padding: 'same' }).apply(padded)
  const summary = layers.globalAveragePooling2d({}).apply(back)
  return [back, layers.dense({ units: 3, activation: 'softmax' }).apply(summary)] as SymbolicTensor[]
})

const sentence = (): LayersModel => joined([[null]], ([words]) => {
  const vectors = layers.embedding({ inputDim: 9, outputDim: 4 }).apply(words)
  const read = layers.bidirectional({ mergeMode: 'concat', layer: layers.gru({
    units: 3, returnSequences: true, recurrentInitializer: 'glorotNormal' }) as tf.RNN }).apply(vectors)
  const scored = layers.dense({ units: 2, activation: 'tanh' }).apply(read)
  const convolved = layers.conv1d({ filters: 3, kernelSize: 3, padding: 'same', dilationRate: 2 }).apply(scored)
  return layers.globalMaxPooling1d({}).apply(convolved) as SymbolicTensor
}, 'int32')

describe('sizes that are null', () => {
  it.each([[[8, 6]], [[13, 11]]])('of a picture: %j', async (unknownSizes) => {
    const { report } = await expectSameAsTfjs(fullyConvolutional(), { unknownSizes, batches: [1, 3] })
    expect(report.inputs[0].shape).toEqual(['N', 'input_0_axis_1', 'input_0_axis_2', 3])
  })

  it.each([3, 8])('of a sentence: %i words', async (words) => {
    await expectSameAsTfjs(sentence(), { unknownSizes: [words], range: [0, 8.99] })
  })
})
