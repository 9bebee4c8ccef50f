// The residual network with normalisation, temperature and three outputs comes in; every runtime must agree with tfjs.
import * as tf from '@tensorflow/tfjs-core'
import { model as functionalModel } from '@tensorflow/tfjs-layers'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import type { ConversionOptions } from '../src/conversion-options'
import { expectSameOutputs } from './compare-runtimes'
import type { Expectation } from './compare-runtimes'
import { residualNetwork } from './residual-network'

const temperature = 1.37
const options: ConversionOptions = {
  input: { name: 'pixels', subtract: 0.286, multiply: 1 / 0.353 },
  outputs: [
    { name: 'logits', divideBy: temperature },
    { name: 'probabilities', softmaxOf: 'logits' },
    { name: 'embedding', layer: 'pool' },
  ],
}

function expectThreeOutputs(model: LayersModel): Expectation {
  const outputs = [model.outputs[0], model.getLayer('pool').output].flat()
  const both = functionalModel({ inputs: model.inputs, outputs })
  return (input) => {
    const [logits, embedding] = both.predict(tf.mul(tf.sub(input, 0.286), 1 / 0.353)) as tf.Tensor[]
    const divided = tf.div(logits, temperature)
    return [divided, tf.softmax(divided), embedding]
  }
}

describe('a residual network', () => {
  it.each([
    { opset: 13, foldBatchNorm: true },
    { opset: 17, foldBatchNorm: true },
    { opset: 17, foldBatchNorm: false },
    { opset: 21, foldBatchNorm: false },
  ])('gives the same three outputs as tfjs: %o', async (settings) => {
    const model = residualNetwork([17, 15, 3])
    const { report } = await expectSameOutputs(model, { ...options, ...settings }, expectThreeOutputs(model))
    expect(report.outputs.map(({ name, shape }) => [name, shape])).toEqual([
      ['logits', ['N', 10]], ['probabilities', ['N', 10]], ['embedding', ['N', 64]],
    ])
    expect(report.inputs).toEqual([{ name: 'pixels', dataType: 'float32', shape: ['N', 17, 15, 3] }])
    expect(report.foldedLayers).toHaveLength(settings.foldBatchNorm ? 4 : 0)
    expect(report.foldedDivisors).toEqual(['logits'])
  })

  it('holds no node that folding or channel order could have saved', async () => {
    const { report } = await expectSameOutputs(residualNetwork(), options, expectThreeOutputs(residualNetwork()))
    expect(report.operators).toEqual({
      Add: 1, Concat: 1, Conv: 4, Flatten: 2, Gemm: 1, GlobalAveragePool: 1, GlobalMaxPool: 1, Mul: 1, Relu: 4,
      Reshape: 1, Softmax: 1, Sub: 1,
    })
    expect(report.transposes).toBe(0)
  })

  it('counts parameters and operations', async () => {
    const { report } = await expectSameOutputs(residualNetwork())
    const kernels = 9 * 16 + 9 * 16 * 32 + 2 * 9 * 32 * 32 + 64 * 10
    expect(report.parameters).toBe(kernels + 16 + 3 * 32 + 10)
    expect(report.multiplyAccumulates)
      .toBe(28 * 28 * 9 * 16 + 14 * 14 * (9 * 16 * 32 + 2 * 9 * 32 * 32) + 640)
  })
})
