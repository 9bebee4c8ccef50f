// Models with several inputs and outputs, integers and both channel orders come in; names, types and results must hold.
import * as tf from '@tensorflow/tfjs-layers'
import type { SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { expectSameAsTfjs } from '../test/compare-with-tfjs'
import { joined, single } from '../test/single-layer'
import { convertLayersModel } from './convert-model'

const { layers } = tf
const recurrentInitializer = 'glorotNormal' as const
const lstm = (): tf.layers.Layer => layers.lstm({
  name: 'lstm', units: 2, returnState: true, returnSequences: true, recurrentInitializer })

describe('names', () => {
  it('of several outputs of one layer differ', async () => {
    const { report } = await expectSameAsTfjs(joined([[4, 3]], ([x]) => lstm().apply(x) as SymbolicTensor[]))
    expect(report.outputs.map(({ name }) => name)).toEqual(['lstm', 'lstm_1', 'lstm_2'])
  })

  it('of an input that is given back differ', async () => {
    const model = joined([[4], [4]], ([x, y]) => [x, layers.add({ name: 'sum' }).apply([x, y]) as SymbolicTensor])
    const { report } = await expectSameAsTfjs(model)
    expect(report.inputs.map(({ name }) => name)).toEqual(['input_0', 'input_1'])
    expect(report.outputs.map(({ name }) => name)).toEqual(['input_0_1', 'sum'])
  })

  // tfjs itself gives the first of them only.
  it('of one value that is given twice differ', async () => {
    const model = joined([[4]], ([x]) => {
      const active = layers.reLU({ name: 'active' }).apply(x) as SymbolicTensor
      return [active, active]
    })
    const { report } = await convertLayersModel(model)
    expect(report.outputs.map(({ name }) => name)).toEqual(['active', 'active_1'])
  })
})

describe('integers', () => {
  it('stay integers as far as tfjs keeps them', async () => {
    const model = joined([[2, 3]], ([x]) => [
      layers.flatten().apply(x), layers.permute({ dims: [2, 1] }).apply(x), layers.rescaling({ scale: 0.5 }).apply(x),
    ] as SymbolicTensor[], 'int32')
    const { report } = await expectSameAsTfjs(model)
    expect(report.inputs[0].dataType).toBe('int32')
    expect(report.outputs.map(({ dataType }) => dataType)).toEqual(['int32', 'int32', 'float32'])
  })

  it('are cast where a model inside asks for them', async () => {
    const words = tf.sequential({ name: 'words', layers: [
      layers.inputLayer({ inputShape: [3], dtype: 'int32' }), layers.embedding({ inputDim: 5, outputDim: 2 })] })
    await expectSameAsTfjs(single(words, [3]), { range: [0, 4.99] })
  })

  it('cannot be normalised on entry', async () => {
    const model = single(layers.flatten(), [2, 3], 'int32')
    const conversion = convertLayersModel(model, { input: { multiply: 2 } })
    await expect(conversion).rejects.toMatchObject({ code: 'option-invalid' })
  })
})

it('folds a normalisation of the second axis into a channels-first convolution', async () => {
  const convolution = { filters: 4, kernelSize: 3, strides: 2, padding: 'same' } as const
  const first = joined([[3, 9, 7]], ([x]) => layers.batchNormalization({ axis: 1 }).apply(
    layers.conv2d({ ...convolution, dataFormat: 'channelsFirst' }).apply(x)) as SymbolicTensor)
  // The cpu backend of tfjs normalises the last axis only.
  const last = joined([[3, 9, 7]], ([x]) => [
    layers.permute({ dims: [2, 3, 1] }), layers.conv2d(convolution), layers.batchNormalization(),
    layers.permute({ dims: [3, 1, 2] }),
  ].reduce((value, layer) => layer.apply(value) as SymbolicTensor, x))
  last.setWeights(first.getWeights())
  const { report } = await expectSameAsTfjs(first, { expectation: ([x]) => [last.predict(x)].flat() })
  expect(report.operators).toEqual({ Conv: 1 })
})

describe('multiplications of one item', () => {
  it.each([
    ['Conv2DTranspose', layers.conv2dTranspose({ filters: 4, kernelSize: 3, strides: 2 }), [5, 7, 2], 35 * 9 * 2 * 4],
    ['Conv2D, channels first', layers.conv2d({ filters: 4, kernelSize: 3, dataFormat: 'channelsFirst' }), [2, 5, 7],
      15 * 9 * 2 * 4],
    ['LSTM', layers.lstm({ units: 4, recurrentInitializer }), [5, 3], 5 * 4 * 4 * (3 + 4)],
    ['Conv1D of unknown length', layers.conv1d({ filters: 4, kernelSize: 3 }), [null, 2], 3 * 2 * 4],
  ] as const)('%s', async (_, layer, sizes, count) => {
    const { report } = await convertLayersModel(single(layer as tf.layers.Layer, sizes))
    expect(report.multiplyAccumulates).toBe(count)
  })

  it('of two values', async () => {
    const model = joined([[4, 5], [5, 3]], x => layers.dot({ axes: [2, 1] }).apply(x) as SymbolicTensor)
    expect((await convertLayersModel(model)).report.multiplyAccumulates).toBe(4 * 5 * 3)
  })
})
