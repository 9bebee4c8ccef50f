// A model that meets each quirk comes in; the file follows tfjs or the definition, or the layer is refused by name.
import * as tfc from '@tensorflow/tfjs-core'
import type { Tensor } from '@tensorflow/tfjs-core'
import * as tf from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { expectSameAsTfjs } from '../test/compare-with-tfjs'
import { joined, single } from '../test/single-layer'
import { convertLayersModel } from './convert-model'
import { quirkTable } from './quirks'
import type { QuirkId } from './quirks'

type Layer = tf.layers.Layer

const { layers } = tf
const name = 'odd'
const image = [7, 5, 3]
const planes = [3, 7, 5]
const recurrentInitializer = 'glorotNormal' as const
const channelsFirst = { name, dataFormat: 'channelsFirst' as const }

/** What the definition says where a backend of tfjs is wrong; without it tfjs itself is right. */
type Definition = (model: LayersModel) => (inputs: Tensor[]) => Tensor[]

const normalised: Definition = model => ([x]) => {
  const [gamma, beta, mean, variance] = model.getWeights().map(weight => tfc.reshape(weight, [1, 1, 5, 1]))
  const centered = tfc.div(tfc.sub(x, mean), tfc.sqrt(tfc.add(variance, 1e-3)))
  return [tfc.add(tfc.mul(centered, gamma), beta)]
}

// Nothing to pad: every third point, as without padding.
const unpadded: Definition = model => ([x]) => {
  const [kernel, bias] = model.getWeights()
  return [tfc.add(tfc.conv3d(x as tfc.Tensor5D, kernel as tfc.Tensor5D, 3, 'valid'), bias)]
}

const stack = (returnState: boolean): Layer => layers.rnn({ name, returnState, cell: [2, 3].map(units =>
  layers.gruCell({ units, recurrentInitializer })) })

const followed: Readonly<Record<string, readonly [() => LayersModel, Definition?]>> = {
  'batch-normalization-axis': [() => single(layers.batchNormalization({ name, axis: 2 }), image), normalised],
  'layer-normalization-axis-order': [() => single(layers.layerNormalization({ name, axis: [3, 1] }), image)],
  'same-padding-3d': [() => single(layers.conv3d({
    name, filters: 2, kernelSize: 1, strides: 3, padding: 'same' }), [8, 7, 5, 2]), unpadded],
  'depthwise-dilation': [() => single(layers.depthwiseConv2d({ name, kernelSize: 2, dilationRate: [2, 1] }), image)],
  'transposed-dilation': [() => single(layers.conv2dTranspose({
    name, filters: 2, kernelSize: 2, dilationRate: [2, 1] }), image)],
  'channels-first-activation': [() => single(layers.separableConv2d({
    filters: 4, kernelSize: 3, useBias: false, activation: 'softmax', ...channelsFirst }), planes)],
  'up-sampling-bilinear': [() => single(layers.upSampling2d({ name, size: [2, 3], interpolation: 'bilinear' }), image)],
  'stacked-state-order': [() => joined([[4, 3]], ([x]) => stack(true).apply(x) as SymbolicTensor[])],
  'hard-sigmoid-slope': [() => single(layers.activation({ name, activation: 'hardSigmoid' }), image)],
}

const resetAfter = (): LayersModel => {
  const layer = layers.gru({ name, units: 2, recurrentInitializer })
  const { cell } = layer as unknown as { cell: Layer }
  const config = cell.getConfig()
  cell.getConfig = () => ({ ...config, resetAfter: true })
  return single(layer, [4, 3])
}

const causal = (): LayersModel =>
  single(layers.conv1d({ name, filters: 2, kernelSize: 2, padding: 'causal' as 'same' }), [7, 3])

const refused: Readonly<Record<string, readonly [string, () => LayersModel]>> = {
  'normalization-rank': ['axis', () => single(layers.batchNormalization({ name }), [3, 4, 5, 2])],
  'strides-and-dilations': ['dilationRate', () =>
    single(layers.conv2d({ name, filters: 2, kernelSize: 2, strides: 2, dilationRate: 2 }), image)],
  'causal-padding': ['padding', causal],
  'conv-1d-channels-first': ['dataFormat', () =>
    single(layers.conv1d({ filters: 2, kernelSize: 2, ...channelsFirst }), [3, 7])],
  'separable-channels-first-bias': ['useBias', () =>
    single(layers.separableConv2d({ filters: 2, kernelSize: 2, ...channelsFirst }), planes)],
  'softmax-axis': ['axis', () => single(layers.softmax({ name }), image)],
  'concatenate-axis': ['axis', () => joined([image, image], x =>
    layers.concatenate({ name, axis: -2 }).apply(x) as SymbolicTensor)],
  'dot-batch-axis': ['axes', () => joined([[4], [4]], x =>
    layers.dot({ name, axes: [0, 0] }).apply(x) as SymbolicTensor)],
  'mask-consumer': ['mask', () => single(tf.sequential({ layers: [
    layers.masking({ inputShape: [4, 3] }), layers.lstm({ name, units: 2, recurrentInitializer })] }), [4, 3])],
  'stateful': ['stateful', () => tf.sequential({ layers: [
    layers.lstm({ name, units: 2, recurrentInitializer, stateful: true, batchInputShape: [2, 4, 3] })] })],
  'reset-after': ['resetAfter', resetAfter],
}

it('has a test for every quirk', () => {
  expect([...Object.keys(followed), ...Object.keys(refused)].sort()).toEqual(Object.keys(quirkTable).sort())
  for (const id of Object.keys(refused)) expect(quirkTable[id as QuirkId].policy).toBe('refuse')
  for (const id of Object.keys(followed)) expect(quirkTable[id as QuirkId].policy).not.toBe('refuse')
})

describe('is done as tfjs does, or as the layer is defined, and reported:', () => {
  it.each(Object.entries(followed))('%s', async (id, [build, definition]) => {
    const model = build()
    const { report } = await expectSameAsTfjs(model, { expectation: definition?.(model) })
    const { policy, sentence } = quirkTable[id as QuirkId]
    expect(report.quirks).toContainEqual({ id, layer: name, policy, sentence })
  })

  it.each(['batch-normalization-axis', 'same-padding-3d'] as const)('%s, where the cpu backend differs', async (id) => {
    expect(quirkTable[id].policy).toBe('warn')
    await expect(expectSameAsTfjs(followed[id][0]())).rejects.toThrow('relative difference')
  })
})

describe('is refused by name:', () => {
  it.each(Object.entries(refused))('%s', async (id, [key, build]) => {
    const conversion = convertLayersModel(build())
    await expect(conversion).rejects.toMatchObject({ code: 'layer-config-unsupported', key })
    await expect(conversion).rejects.toThrow(quirkTable[id as QuirkId].sentence)
    await expect(conversion).rejects.toThrow(name)
  })
})

it('reports nothing where nothing deviates', async () => {
  const { report } = await convertLayersModel(single(layers.conv2d({ filters: 2, kernelSize: 3 }), image))
  expect(report.quirks).toEqual([])
})
