// Unsupported layers, activations and settings come in; each is refused by name, with the layer and the key.
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import type { ConversionErrorCode } from '../conversion-error'
import { convertLayersModel } from '../convert-model'

const { layers } = tf
type Layer = tf.layers.Layer

const convert = (layer: Layer, shape = [8, 6, 4]): Promise<unknown> =>
  convertLayersModel(tf.sequential({ layers: [layers.inputLayer({ inputShape: shape }), layer] }))

class GroupedConvolution extends (layers.conv2d({ filters: 1, kernelSize: 1 }).constructor as new (
  settings: Parameters<typeof layers.conv2d>[0]) => Layer) {
  override getConfig(): ReturnType<Layer['getConfig']> {
    return { ...super.getConfig(), groups: 2 }
  }
}

class CubeActivation extends (layers.activation({ activation: 'relu' }).constructor as new (
  settings: Parameters<typeof layers.activation>[0]) => Layer) {
  override getConfig(): ReturnType<Layer['getConfig']> {
    return { ...super.getConfig(), activation: 'cube' }
  }
}

const name = 'bad'
const unsupported: readonly [string, () => Promise<unknown>][] = [
  ['UpSampling2D', () => convert(layers.upSampling2d({ name }))],
  ['Conv2DTranspose', () => convert(layers.conv2dTranspose({ name, filters: 1, kernelSize: 1 }))],
  ['LSTM', () => convert(layers.lstm({ name, units: 2, recurrentInitializer: 'glorotNormal' }), [3, 4])],
  ['Softmax', () => convert(layers.softmax({ name }), [4])],
  ['TimeDistributed', () => convert(layers.timeDistributed({ name, layer: layers.dense({ units: 2 }) }), [3, 4])],
]

const channelsFirst = { name, dataFormat: 'channelsFirst' as const }
const convolution = { ...channelsFirst, kernelSize: 1 }
const settings: readonly [ConversionErrorCode, string, () => Promise<unknown>][] = [
  ['layer-config-unread', 'groups', () => convert(new GroupedConvolution({ name, filters: 4, kernelSize: 1 }))],
  ['activation-unsupported', 'activation', () => convert(new CubeActivation({ name, activation: 'relu' }))],
  ['layer-config-unsupported', 'axis', () => convert(layers.batchNormalization({ name, axis: 1 }))],
  ['layer-config-unsupported', 'dilationRate', () =>
    convert(layers.depthwiseConv2d({ name, kernelSize: 2, dilationRate: 2 }))],
  ['layer-config-unsupported', 'dataFormat', () => convert(layers.conv2d({ ...convolution, filters: 1 }))],
  ['layer-config-unsupported', 'dataFormat', () => convert(layers.depthwiseConv2d(convolution))],
  ['layer-config-unsupported', 'dataFormat', () => convert(layers.maxPooling2d(channelsFirst))],
  ['layer-config-unsupported', 'dataFormat', () => convert(layers.globalMaxPooling2d(channelsFirst))],
  ['layer-config-unsupported', 'dataFormat', () => convert(layers.flatten(channelsFirst))],
  ['layer-config-unsupported', 'dataFormat', () => convert(layers.zeroPadding2d(channelsFirst))],
]

describe('refused', () => {
  it.each(unsupported)('layer %s', async (className, run) => {
    await expect(run()).rejects.toMatchObject({ code: 'layer-unsupported', layer: 'bad' })
    await expect(run()).rejects.toThrow(`${className} is not supported`)
  })

  it.each(settings)('%s: %s', async (code, key, run) => {
    await expect(run()).rejects.toMatchObject({ code, key, layer: 'bad' })
  })

  it.each([0, -2])('Concatenate along axis %i', async (axis) => {
    const x = tf.input({ shape: [4, 4, 4] })
    const joined = layers.concatenate({ name, axis }).apply([x, x]) as tf.SymbolicTensor
    await expect(convertLayersModel(tf.model({ inputs: x, outputs: joined })))
      .rejects.toMatchObject({ code: 'layer-config-unsupported', layer: 'bad', key: 'axis' })
  })

  it('call arguments, such as dropout that stays on', async () => {
    const x = tf.input({ shape: [4] })
    const noisy = layers.dropout({ name, rate: 0.5 }).apply(x, { training: true }) as tf.SymbolicTensor
    await expect(convertLayersModel(tf.model({ inputs: x, outputs: noisy })))
      .rejects.toMatchObject({ code: 'layer-config-unsupported', layer: 'bad', key: 'training' })
  })
})
