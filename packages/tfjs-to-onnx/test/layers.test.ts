// Small models, one supported layer in many settings each, come in; every runtime must agree with tfjs.
import * as tf from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { expectSameOutputs } from './compare-runtimes'
import { randomizeWeights } from './random-weights'

type Layer = tf.layers.Layer

const { layers } = tf
const same = { padding: 'same' as const }
const valid = { padding: 'valid' as const }

// Height, width and channels all differ and are odd where a stride could hide an error.
const image = [11, 7, 3]

function single(layer: Layer, shape: number[] = image): LayersModel {
  return randomizeWeights(tf.sequential({ layers: [layers.inputLayer({ inputShape: shape, name: 'x' }), layer] }))
}

type Merge = (left: SymbolicTensor, right: SymbolicTensor, x: SymbolicTensor) => SymbolicTensor

function branches(merge: Merge): LayersModel {
  const x = tf.input({ shape: image, name: 'x' })
  const left = layers.conv2d({ filters: 5, kernelSize: 3, ...same }).apply(x) as SymbolicTensor
  const right = layers.conv2d({ filters: 5, kernelSize: 1 }).apply(x) as SymbolicTensor
  return randomizeWeights(tf.model({ inputs: x, outputs: merge(left, right, x) }))
}

const cases: Readonly<Record<string, readonly [string, () => LayersModel][]>> = {
  InputLayer: [
    ['in front of a layer without weights', () => single(layers.reLU())],
  ],
  Conv2D: [
    ['valid', () => single(layers.conv2d({ filters: 4, kernelSize: [3, 2], ...valid }))],
    ['same, uneven window', () => single(layers.conv2d({ filters: 4, kernelSize: [2, 5], ...same }))],
    ['strides [2, 3]', () => single(layers.conv2d({ filters: 4, kernelSize: 3, strides: [2, 3], ...same }))],
    ['valid strides', () => single(layers.conv2d({ filters: 4, kernelSize: [4, 3], strides: [3, 2], ...valid }))],
    ['stride beyond window', () => single(layers.conv2d({ filters: 4, kernelSize: 1, strides: 3, ...same }))],
    ['dilation same', () => single(layers.conv2d({ filters: 4, kernelSize: 3, dilationRate: [2, 1], ...same }))],
    ['dilation valid', () => single(layers.conv2d({ filters: 4, kernelSize: [3, 2], dilationRate: 2, ...valid }))],
    ['no bias', () => single(layers.conv2d({ filters: 4, kernelSize: 3, useBias: false }))],
    ['fused relu', () => single(layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu' }))],
    ['fused softmax over channels', () => single(layers.conv2d({ filters: 4, kernelSize: 3, activation: 'softmax' }))],
    ['one channel', () => single(layers.conv2d({ filters: 4, kernelSize: 3 }), [11, 7, 1])],
    ['one filter', () => single(layers.conv2d({ filters: 1, kernelSize: 3 }))],
  ],
  DepthwiseConv2D: [
    ['multiplier 1', () => single(layers.depthwiseConv2d({ kernelSize: [3, 2], ...same }))],
    ['multiplier 2', () => single(layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, ...valid }))],
    ['strides', () => single(layers.depthwiseConv2d({ kernelSize: 3, strides: [2, 2], depthMultiplier: 2, ...same }))],
    ['no bias, relu6', () => single(layers.depthwiseConv2d({ kernelSize: 3, useBias: false, activation: 'relu6' }))],
  ],
  Dense: [
    ['rank 2', () => single(layers.dense({ units: 4 }), [6])],
    ['rank 2, no bias, softmax', () => single(layers.dense({ units: 4, useBias: false, activation: 'softmax' }), [6])],
    ['rank 3', () => single(layers.dense({ units: 4, activation: 'tanh' }), [5, 6])],
    ['rank 4, no bias', () => single(layers.dense({ units: 4, useBias: false }))],
  ],
  BatchNormalization: [
    ['images', () => single(layers.batchNormalization())],
    ['positive last axis', () => single(layers.batchNormalization({ axis: 3, epsilon: 0.1 }))],
    ['vectors', () => single(layers.batchNormalization(), [6])],
    ['sequences', () => single(layers.batchNormalization(), [5, 6])],
    ['no scale', () => single(layers.batchNormalization({ scale: false }))],
    ['no center', () => single(layers.batchNormalization({ center: false }))],
  ],
  Activation: [
    ['relu', () => single(layers.activation({ activation: 'relu' }))],
    ['linear', () => single(layers.activation({ activation: 'linear' }))],
    ['softmax of vectors', () => single(layers.activation({ activation: 'softmax' }), [6])],
  ],
  ReLU: [
    ['unbounded', () => single(layers.reLU())],
    ['bounded', () => single(layers.reLU({ maxValue: 1.5 }))],
  ],
  Add: [
    ['two', () => branches((left, right) => layers.add().apply([left, right]) as SymbolicTensor)],
    ['three', () => branches((left, right) => layers.add().apply([left, right, left]) as SymbolicTensor)],
    ['mixed memory orders', () => branches((left, _, x) => {
      const narrow = layers.conv2d({ filters: 3, kernelSize: 1 }).apply(left) as SymbolicTensor
      return layers.add().apply([x, narrow]) as SymbolicTensor
    })],
    ['one rank lower, as a gate per channel', () => branches((left, right) => {
      const pooled = layers.globalAveragePooling2d({}).apply(right)
      return layers.add().apply([left, pooled] as SymbolicTensor[]) as SymbolicTensor
    })],
  ],
  Concatenate: [
    ['channels', () => branches((left, right) => layers.concatenate().apply([left, right]) as SymbolicTensor)],
    ['height', () => branches((left, right) => layers.concatenate({ axis: 1 }).apply([left, right]) as SymbolicTensor)],
    ['mixed memory orders', () => branches((left, _, x) => layers.concatenate().apply([x, left]) as SymbolicTensor)],
  ],
  MaxPooling2D: [
    ['valid', () => single(layers.maxPooling2d({ poolSize: [2, 3] }))],
    ['same', () => single(layers.maxPooling2d({ poolSize: [3, 2], strides: [2, 3], ...same }))],
  ],
  AveragePooling2D: [
    ['valid', () => single(layers.averagePooling2d({ poolSize: [2, 3] }))],
    ['same leaves padding out', () => single(layers.averagePooling2d({ poolSize: [3, 2], strides: [2, 1], ...same }))],
  ],
  GlobalAveragePooling2D: [['images', () => single(layers.globalAveragePooling2d({}))]],
  GlobalMaxPooling2D: [['images', () => single(layers.globalMaxPooling2d({}))]],
  Flatten: [
    ['input', () => single(layers.flatten())],
    ['after a convolution', () => branches(left => layers.flatten().apply(left) as SymbolicTensor)],
    ['after a convolution with one filter', () => branches(left =>
      layers.flatten().apply(layers.conv2d({ filters: 1, kernelSize: 1 }).apply(left)) as SymbolicTensor)],
  ],
  Dropout: [['nothing', () => single(layers.dropout({ rate: 0.5, seed: 3 }))]],
  ZeroPadding2D: [
    ['sides differ', () => single(layers.zeroPadding2d({ padding: [[1, 2], [3, 0]] }))],
    ['between convolutions', () => branches((left) => {
      const padded = layers.zeroPadding2d({ padding: [[0, 1], [2, 3]] }).apply(left)
      return layers.conv2d({ filters: 2, kernelSize: 3, ...valid }).apply(padded) as SymbolicTensor
    })],
  ],
}

describe.each(Object.entries(cases))('%s', (_, settings) => {
  it.each(settings)('%s', async (_, create) => {
    const model = create()
    await expectSameOutputs(model)
    model.dispose()
  })
})

it('writes an Identity where the model gives its input back', async () => {
  const x = tf.input({ shape: image, name: 'x' })
  const { report } = await expectSameOutputs(tf.model({ inputs: x, outputs: x }), { outputs: [{ name: 'y' }] })
  expect(report.operators).toEqual({ Identity: 1 })
})

it('notices a difference of a thousandth', async () => {
  const model = single(layers.conv2d({ filters: 4, kernelSize: 3 }))
  await expect(expectSameOutputs(model, { input: { subtract: 1e-3 } })).rejects.toThrow('relative difference')
})
