// Nested, shared, branching and many-output models come in; every runtime must agree with tfjs on every output.
import * as tfc from '@tensorflow/tfjs-core'
import * as tf from '@tensorflow/tfjs-layers'
import type { SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { expectSameOutputs } from './compare-runtimes'
import { randomizeWeights } from './random-weights'

const { layers } = tf
const image = [9, 7, 3]

const inner = (): tf.Sequential => tf.sequential({ name: 'inner', layers: [
  layers.conv2d({ name: 'conv', filters: 3, kernelSize: 3, padding: 'same', inputShape: image }),
  layers.batchNormalization({ name: 'norm' }),
] })

describe('models in models', () => {
  it('are inlined', async () => {
    const model = randomizeWeights(tf.sequential({ layers: [
      layers.inputLayer({ inputShape: image, name: 'x' }), inner(), layers.flatten(),
    ] }))
    const { report } = await expectSameOutputs(model)
    expect(report.foldedLayers).toEqual(['inner/norm'])
  })

  it('share their weights when they are used twice', async () => {
    const x = tf.input({ shape: image, name: 'x' })
    const shared = inner()
    const twice = shared.apply(shared.apply(x)) as SymbolicTensor
    const model = randomizeWeights(tf.model({ inputs: x, outputs: twice }))
    const { report } = await expectSameOutputs(model)
    expect(report.operators.Conv).toBe(2)
    expect(report.parameters).toBe(3 * 3 * 3 * 3 + 3)
  })

  it('may be functional, and their layers may be asked for', async () => {
    const a = tf.input({ shape: image })
    const features = tf.model({ inputs: a, outputs: inner().apply(a) as SymbolicTensor, name: 'features' })
    const x = tf.input({ shape: image, name: 'x' })
    const model = randomizeWeights(tf.model({ inputs: x, outputs: features.apply(x) as SymbolicTensor }))
    const outputs = [{ name: 'all' }, { name: 'norm', layer: 'features/inner/norm' }]
    await expectSameOutputs(model, { outputs }, input => [model.predict(input), model.predict(input)].flat())
  })
})

describe('outputs', () => {
  it('keep their order and the names of their layers', async () => {
    const x = tf.input({ shape: image, name: 'x' })
    const first = layers.conv2d({ name: 'first', filters: 4, kernelSize: 3 }).apply(x) as SymbolicTensor
    const second = layers.globalMaxPooling2d({ name: 'second' }).apply(first) as SymbolicTensor
    const model = randomizeWeights(tf.model({ inputs: x, outputs: [second, first] }))
    const { report } = await expectSameOutputs(model)
    expect(report.outputs.map(({ name }) => name)).toEqual(['second', 'first'])
  })

  it('drop the layers nobody asked for, and write conversions they still need', async () => {
    const model = randomizeWeights(tf.sequential({ layers: [
      layers.conv2d({ name: 'conv', filters: 4, kernelSize: 3, inputShape: image }),
      layers.flatten(),
      layers.dense({ units: 2 }),
    ] }))
    const convolution = tf.model({ inputs: model.inputs, outputs: model.getLayer('conv').output })
    const outputs = [{ name: 'features', layer: 'conv' }]
    const { report } = await expectSameOutputs(model, { outputs }, input => [convolution.predict(input)].flat())
    expect(report.operators).toEqual({ Conv: 1, Transpose: 2 })
  })

  const dense = (activation: 'linear' | 'relu'): tf.Sequential => randomizeWeights(tf.sequential({ layers: [
    layers.dense({ units: 4, inputShape: [6], activation, useBias: activation === 'relu' }),
  ] }))

  it.each([
    ['linear', { Gemm: 1, Softmax: 1 }, ['logits']],
    ['relu', { Div: 1, Gemm: 1, Relu: 1, Softmax: 1 }, []],
  ] as const)('are divided once, also where the softmax comes first: %s', async (activation, operators, divisors) => {
    const model = dense(activation)
    const outputs = [{ name: 'probabilities', softmaxOf: 'logits' }, { name: 'logits', divideBy: 2.5 }]
    const { report } = await expectSameOutputs(model, { outputs }, (input) => {
      const logits = tfc.div(model.predict(input) as tfc.Tensor, 2.5)
      return [tfc.softmax(logits), logits]
    })
    expect(report.operators).toEqual(operators)
    expect(report.foldedDivisors).toHaveLength(divisors.length)
  })

  it('are not folded where the undivided value is wanted too', async () => {
    const model = dense('linear')
    const outputs = [{ name: 'raw' }, { name: 'divided', divideBy: 2.5 }]
    const { report } = await expectSameOutputs(model, { outputs }, (input) => {
      const raw = model.predict(input) as tfc.Tensor
      return [raw, tfc.div(raw, 2.5)]
    })
    expect(report.foldedDivisors).toEqual([])
  })
})

it('normalises per channel', async () => {
  const model = randomizeWeights(tf.sequential({ layers: [
    layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', inputShape: image }),
  ] }))
  const [subtract, multiply] = [[0.4, 0.5, 0.6], [2, 3, 4]]
  const normalise = (input: tfc.Tensor): tfc.Tensor => tfc.mul(tfc.sub(input, subtract), multiply)
  await expectSameOutputs(model, { input: { subtract, multiply } }, input => [model.predict(normalise(input))].flat())
})
