// Models of the operators whose form depends on the opset come in; at every opset the file must agree with tfjs.
import * as tf from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { expectSameAsTfjs } from '../test/compare-with-tfjs'
import { joined } from '../test/single-layer'

const { layers } = tf

const network = (): LayersModel => joined([[8, 6, 3]], ([x]) => {
  const convolved = layers.conv2d({ filters: 4, kernelSize: 3, activation: 'softmax' }).apply(x)
  const normalised = layers.layerNormalization().apply(convolved)
  const widened = layers.upSampling2d({}).apply(layers.zeroPadding2d({}).apply(normalised))
  const cut = layers.cropping2D({ cropping: 1 }).apply(layers.prelu({}).apply(widened))
  const reshaped = layers.reshape({ targetShape: [28, -1] }).apply(layers.batchNormalization().apply(cut))
  const masked = layers.masking().apply(layers.layerNormalization({ axis: 1 }).apply(reshaped))
  return layers.averagePooling1d({ padding: 'same' }).apply(masked) as SymbolicTensor
})

const recurrent = (): LayersModel => joined([[5, 3], [4]], ([x, state]) => {
  const reader = layers.gru({ units: 4, recurrentInitializer: 'glorotNormal', returnSequences: true })
  const sequence = reader.apply([x, state])
  return layers.lstm({ units: 2, recurrentInitializer: 'glorotNormal' }).apply(sequence) as SymbolicTensor
})

describe.each([13, 14, 15, 16, 17, 18, 19, 20, 21])('opset %i', (opset) => {
  it.each([['pictures', network], ['sequences', recurrent]])('%s', async (_, build) => {
    const { report } = await expectSameAsTfjs(build(), { options: { opset }, batches: [2] })
    expect(report.opset).toBe(opset)
  })

  it('normalises layers by one node where there is one', async () => {
    const { report } = await expectSameAsTfjs(network(), { options: { opset }, batches: [1] })
    expect(report.operators.LayerNormalization ?? 0).toBe(opset >= 17 ? 1 : 0)
  })
})
