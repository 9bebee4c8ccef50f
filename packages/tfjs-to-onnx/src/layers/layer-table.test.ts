// The registry of tfjs, refused layers and refused settings come in; each is in one table, or named in an error.
import '@tensorflow/tfjs-backend-cpu'
import { serialization } from '@tensorflow/tfjs-core'
import * as tf from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { joined, single } from '../../test/single-layer'
import type { ConversionErrorCode } from '../conversion-error'
import { convertLayersModel } from '../convert-model'
import { refusedLayers } from './refused-layers'
import { supportedClasses } from './supported-classes'

const { layers } = tf
type Layer = tf.layers.Layer

const name = 'bad'
const convert = (layer: Layer, sizes = [8, 6, 4]): Promise<unknown> => convertLayersModel(single(layer, sizes))

/** The constructor behind a function of tf.layers, to derive a class from. */
const classOf = (layer: Layer): new (settings: object) => Layer => layer.constructor as new (settings: object) => Layer

class GroupedConvolution extends classOf(layers.conv2d({ filters: 1, kernelSize: 1 })) {
  override getConfig(): ReturnType<Layer['getConfig']> {
    return { ...super.getConfig(), groups: 2 }
  }
}

class CubeActivation extends classOf(layers.activation({ activation: 'relu' })) {
  override getConfig(): ReturnType<Layer['getConfig']> {
    return { ...super.getConfig(), activation: 'cube' }
  }
}

class Foreign extends classOf(layers.reLU()) {
  static readonly className = 'Foreign'
}

describe('the registry of tfjs', () => {
  const registered = Object.entries(serialization.SerializationMap.getMap().classNameMap)
    .filter(([, [constructor]]) => (constructor as { prototype: unknown }).prototype instanceof tf.layers.Layer)
    .map(([className]) => className)
  const supported = [...supportedClasses.layers, ...supportedClasses.cells, ...supportedClasses.models]

  it('holds at least the layers counted when the tables were written', () => {
    expect(registered.length).toBeGreaterThanOrEqual(68)
  })

  it('has each layer in exactly one table', () => {
    for (const className of registered) {
      expect([className, supported.includes(className), Object.hasOwn(refusedLayers, className)])
        .toEqual([className, !Object.hasOwn(refusedLayers, className), !supported.includes(className)])
    }
  })

  it('has every class that is said to be supported', () => {
    expect(registered).toEqual(expect.arrayContaining(supported))
  })
})

const image = (layer: Layer) => () => convert(layer)
const refusals: Readonly<Record<string, () => Promise<unknown>>> = {
  ConvLSTM2D: () => convert(layers.convLstm2d({
    name, filters: 2, kernelSize: 3, recurrentInitializer: 'glorotNormal' }) as unknown as Layer, [2, 8, 6, 4]),
  RandomWidth: image(layers.randomWidth({ name, factor: 0.2 }) as Layer),
  Resizing: image(layers.resizing({ name, height: 4, width: 4 }) as Layer),
  CenterCrop: image(layers.centerCrop({ name, height: 4, width: 4 }) as Layer),
  CategoryEncoding: () => convert(layers.categoryEncoding({
    name, numTokens: 3, outputMode: 'multiHot' }) as Layer, [4]),
}

const settings: readonly [ConversionErrorCode, string, () => Promise<unknown>][] = [
  ['layer-config-unread', 'groups', image(new GroupedConvolution({ name, filters: 4, kernelSize: 1 }))],
  ['activation-unsupported', 'activation', image(new CubeActivation({ name, activation: 'relu' }))],
  ['layer-unsupported', 'className', image(new Foreign({ name }))],
  ['layer-config-unsupported', 'size', image(layers.upSampling2d({ name, size: [0.5, 2] }))],
  ['layer-config-unsupported', 'axis', () => convertLayersModel(joined([[4, 3], [4, 3]], x =>
    layers.concatenate({ name, axis: 0 }).apply(x) as tf.SymbolicTensor))],
  ['data-type-unsupported', 'dtype', () => convertLayersModel(single(layers.reLU({ name }), [4], 'int32'))],
  ['dimension-unknown', 'padding', () => convertLayersModel(single(layers.maxPooling2d({
    name, padding: 'same' }), [null, 8, 3]))],
  ['dimension-unknown', 'activation', () => convertLayersModel(single(layers.simpleRNN({
    name, units: 2, activation: 'mish', recurrentInitializer: 'glorotNormal' }), [null, 3]))],
]

describe('refused', () => {
  it.each(Object.entries(refusals))('layer %s', async (className, run) => {
    await expect(run()).rejects.toMatchObject({ code: 'layer-unsupported', layer: name, key: 'className' })
    await expect(run()).rejects.toThrow(`${className} is not supported: ${refusedLayers[className]}`)
  })

  it.each(settings)('%s: %s', async (code, key, run) => {
    await expect(run()).rejects.toMatchObject({ code, key, layer: name })
  })

  it('call arguments, such as dropout that stays on', async () => {
    const x = tf.input({ shape: [4] })
    const noisy = layers.dropout({ name, rate: 0.5 }).apply(x, { training: true }) as tf.SymbolicTensor
    await expect(convertLayersModel(tf.model({ inputs: x, outputs: noisy })))
      .rejects.toMatchObject({ code: 'layer-config-unsupported', layer: name, key: 'training' })
  })
})
