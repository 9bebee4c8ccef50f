// Every kind of layer in the networks: its gradients on tfjs-node (fused) against those of the plain JavaScript backend.
import { describe, expect, it } from 'vitest'
import type { Scalar, Tensor, Tensor4D, Variable } from '@tensorflow/tfjs-core'
import { loadNodeBackend } from './backends/node-backend'
import { isNodeBackendInstalled } from './backends/open-native-tensorflow'
import type { LayersModel, TensorFlow } from './backends/tensorflow'
import { available } from '../test/requirement'

const installed = available('native', isNodeBackendInstalled(), 'tfjs-node is not installed: npm run setup:native')
const shape: [number, number, number] = [7, 9, 5] // height, width and channels all differ

const layerCases = (tf: TensorFlow) => ({
  convolution: () => tf.layers.conv2d({ filters: 6, kernelSize: 3, padding: 'same', useBias: false }),
  'convolution, stride 2': () =>
    tf.layers.conv2d({ filters: 6, kernelSize: 3, strides: 2, padding: 'same', useBias: false }),
  'batch normalisation': () => tf.layers.batchNormalization({ epsilon: 1e-5, momentum: 0.9 }),
  ReLU: () => tf.layers.reLU(),
  'global average pooling': () => tf.layers.globalAveragePooling2d({}),
  dense: () => tf.layers.dense({ units: 4 }),
})

/** Gradients of a fixed weighted sum of the outputs by the input and by every weight, and the moved statistics. */
async function gradients(
  tf: TensorFlow,
  backendName: string,
  model: LayersModel,
  values: number[][],
  input: Float32Array,
) {
  await tf.setBackend(backendName)
  const weights = model.getWeights() as Variable[]
  weights.forEach((weight, index) => weight.assign(tf.tensor(values[index], weight.shape)))
  const variables = model.trainableWeights.map((weight) => weight.read() as Variable)
  const x = tf.variable(tf.tensor4d(input, [4, ...shape]))
  const { grads } = tf.variableGrads(() => {
    const output = model.apply(x as Tensor4D, { training: true }) as Tensor
    const factors = tf.tensor(
      Float32Array.from({ length: output.size }, (_, index) => Math.cos(index)),
      output.shape,
    )
    return tf.sum(tf.mul(output, factors)) as Scalar
  }, [x, ...variables])
  const tensors = [
    ...Object.keys(grads)
      .sort()
      .map((name) => grads[name]),
    ...weights,
  ]
  return Promise.all(tensors.map(async (tensor) => Array.from(await tensor.data())))
}

describe.skipIf(!installed)('gradients on tfjs-node equal those of the plain backend', async () => {
  const { tf, accelerate } = await loadNodeBackend({ threads: 1 })
  const input = Float32Array.from({ length: 4 * 7 * 9 * 5 }, (_, index) => Math.sin(index * 1.7) * 2)
  it.each(Object.entries(layerCases(tf)))('%s', async (_, createLayer) => {
    await tf.setBackend('tensorflow')
    const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: shape }), createLayer()] }) as LayersModel
    accelerate(model)
    const values = model
      .getWeights()
      .map((weight, place) =>
        Array.from({ length: weight.size }, (__, index) => 0.6 + 0.4 * Math.sin(index * 2.3 + place)),
      )
    const fused = await gradients(tf, 'tensorflow', model, values, input)
    const stock = await gradients(tf, 'cpu', model, values, input)
    fused.forEach((tensor, place) => {
      const largest = Math.max(...stock[place].map(Math.abs), 1)
      tensor.forEach((value, index) =>
        expect(Math.abs(value - stock[place][index])).toBeLessThanOrEqual(2e-4 * largest),
      )
    })
  })
})
