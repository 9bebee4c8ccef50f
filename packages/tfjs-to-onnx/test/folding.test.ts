// Models with BatchNormalization behind each kind of layer come in; folded or not, the file must agree with tfjs.
import { div } from '@tensorflow/tfjs-core'
import type { Tensor } from '@tensorflow/tfjs-core'
import * as tf from '@tensorflow/tfjs-layers'
import type { SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { expectSameOutputs } from './compare-runtimes'
import { randomizeWeights } from './random-weights'

const { layers } = tf
type Layer = tf.layers.Layer

function stack(shape: number[], ...rest: Layer[]): tf.Sequential {
  return randomizeWeights(tf.sequential({ layers: [layers.inputLayer({ inputShape: shape, name: 'x' }), ...rest] }))
}

const norm = (): Layer => layers.batchNormalization({ name: 'norm' })

describe('BatchNormalization is folded', () => {
  it.each([
    ['into Conv2D without bias', [9, 7, 3], layers.conv2d({ filters: 4, kernelSize: 3, useBias: false })],
    ['into Conv2D with bias', [9, 7, 3], layers.conv2d({ filters: 4, kernelSize: [2, 3] })],
    ['into DepthwiseConv2D', [9, 7, 3], layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2 })],
    ['into Conv2DTranspose', [9, 7, 3], layers.conv2dTranspose({ filters: 4, kernelSize: 3, strides: 2 })],
    ['into SeparableConv2D', [9, 7, 3], layers.separableConv2d({ filters: 4, kernelSize: 3 })],
    ['into Conv1D', [9, 3], layers.conv1d({ filters: 4, kernelSize: 3 })],
    ['into Dense', [6], layers.dense({ units: 4 })],
    ['into Dense without bias', [6], layers.dense({ units: 4, useBias: false })],
  ])('%s', async (_, shape, layer) => {
    const model = stack(shape, layer, norm())
    const folded = await expectSameOutputs(model)
    expect(folded.report.foldedLayers).toEqual(['norm'])
    expect(folded.report.operators.BatchNormalization).toBeUndefined()
    const unfolded = await expectSameOutputs(model, { foldBatchNorm: false })
    expect(unfolded.report.operators.BatchNormalization).toBe(1)
  })

  it('and a divisor as well, into the same weights', async () => {
    const model = stack([6], layers.dense({ units: 4 }), norm())
    const outputs = [{ name: 'y', divideBy: 3 }]
    const { report } = await expectSameOutputs(model, { outputs }, input => [div(model.predict(input) as Tensor, 3)])
    expect(report.operators).toEqual({ Gemm: 1 })
    expect(report.foldedDivisors).toEqual(['y'])
  })
})

describe('BatchNormalization stays a node', () => {
  it.each([
    ['behind an activation', [9, 7, 3], [layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu' }), norm()]],
    ['behind pooling', [9, 7, 3], [layers.maxPooling2d({ poolSize: 2 }), norm()]],
    ['behind Dense of rank 3', [5, 6], [layers.dense({ units: 4 }), norm()]],
  ])('%s', async (_, shape, rest) => {
    const { report } = await expectSameOutputs(stack(shape, ...rest))
    expect(report.foldedLayers).toEqual([])
  })

  it('where another layer reads the convolution too', async () => {
    const x = tf.input({ shape: [9, 7, 3], name: 'x' })
    const convolved = layers.conv2d({ filters: 4, kernelSize: 3 }).apply(x) as SymbolicTensor
    const normalized = norm().apply(convolved) as SymbolicTensor
    const sum = layers.add().apply([convolved, normalized]) as SymbolicTensor
    const { report } = await expectSameOutputs(randomizeWeights(tf.model({ inputs: x, outputs: sum })))
    expect(report.foldedLayers).toEqual([])
  })

  it('where the caller asks for the value in front of it', async () => {
    const model = stack([6], layers.dense({ units: 4, name: 'dense' }), norm())
    const both = tf.model({ inputs: model.inputs, outputs: [model.getLayer('dense').output, model.outputs[0]].flat() })
    const outputs = [{ name: 'raw', layer: 'dense' }, { name: 'y' }]
    const { report } = await expectSameOutputs(model, { outputs }, input => [both.predict(input)].flat())
    expect(report.foldedLayers).toEqual([])
  })
})
