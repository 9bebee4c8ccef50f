// For tests: kinds of layers, and the gradients of one of them on a backend of TensorFlow.js, as lists of numbers.
import type { Scalar, Tensor, Tensor4D, Variable } from '@tensorflow/tfjs-core'
import type { Layer, LayersModel, TensorFlow, TrainingBackend } from './tensorflow'

type Shape3D = [height: number, width: number, channels: number]

const shape: Shape3D = [7, 9, 5] // all three differ
const count = 4

/** Every kind of layer of the networks, and the kinds that other convolutional networks have. */
export const layerCases = {
  convolution: (tf) => tf.layers.conv2d({ filters: 6, kernelSize: 3, padding: 'same', useBias: false }),
  'convolution, stride 2': (tf) =>
    tf.layers.conv2d({ filters: 6, kernelSize: 3, strides: 2, padding: 'same', useBias: false }),
  'convolution with bias and ReLU': (tf) =>
    tf.layers.conv2d({ filters: 6, kernelSize: 3, padding: 'same', activation: 'relu', biasInitializer: 'ones' }),
  'convolution, valid, stride 3, which leaves columns unread': (tf) =>
    tf.layers.conv2d({ filters: 4, kernelSize: [2, 3], strides: [3, 4], padding: 'valid' }),
  'convolution 1 x 1': (tf) => tf.layers.conv2d({ filters: 7, kernelSize: 1 }),
  'convolution 2 x 2, same': (tf) => tf.layers.conv2d({ filters: 3, kernelSize: 2, strides: 2, padding: 'same' }),
  'depthwise convolution': (tf) => tf.layers.depthwiseConv2d({ kernelSize: 3, padding: 'same' }),
  'depthwise convolution, stride 2, two filters a channel': (tf) =>
    tf.layers.depthwiseConv2d({ kernelSize: 3, strides: 2, depthMultiplier: 2, padding: 'same' }),
  'separable convolution': (tf) => tf.layers.separableConv2d({ filters: 4, kernelSize: 3, padding: 'valid' }),
  'batch normalisation': (tf) => tf.layers.batchNormalization({ epsilon: 1e-5, momentum: 0.9 }),
  ReLU: (tf) => tf.layers.reLU(),
  'leaky ReLU': (tf) => tf.layers.leakyReLU(),
  'largest of 2 x 2': (tf) => tf.layers.maxPooling2d({ poolSize: 2 }),
  // With padding, the gradient of plain tfjs divides by the whole window and TensorFlow's by the part inside the picture.
  'mean of 3 x 3, stride 2': (tf) => tf.layers.averagePooling2d({ poolSize: 3, strides: 2, padding: 'valid' }),
  'global average pooling': (tf) => tf.layers.globalAveragePooling2d({}),
  'global maximum pooling': (tf) => tf.layers.globalMaxPooling2d({}),
  dense: (tf) => tf.layers.dense({ units: 4 }),
} as const satisfies Record<string, (tf: TensorFlow) => Layer>

export type LayerCase = keyof typeof layerCases

/** On `backendName`, with the backend's accelerations: see `compared` for what is given back. */
export async function layerGradients(
  { tf, accelerate }: TrainingBackend,
  backendName: string,
  name: LayerCase,
): Promise<number[][]> {
  await tf.setBackend(backendName)
  const layers = [tf.layers.inputLayer({ inputShape: shape }), layerCases[name](tf)]
  const model = tf.sequential({ layers }) as LayersModel
  accelerate(model)
  const weights = model.getWeights() as Variable[]
  weights.forEach((weight, place) => weight.assign(tf.tensor(wave(weight.size, 2.3, place), weight.shape)))
  return Promise.all(compared(tf, model).map(async (tensor) => Array.from(await tensor.data())))
}

/** Gradients of a fixed weighted sum of the outputs by the input and by every weight, then the moved weights. */
function compared(tf: TensorFlow, model: LayersModel): Tensor[] {
  const input = Float32Array.from({ length: count * shape[0] * shape[1] * shape[2] }, (_, at) => Math.sin(at * 1.7) * 2)
  const x = tf.variable(tf.tensor4d(input, [count, ...shape]))
  const variables = model.trainableWeights.map((weight) => weight.read() as Variable)
  const { grads } = tf.variableGrads(() => {
    const output = model.apply(x as Tensor4D, { training: true }) as Tensor
    const factors = Float32Array.from({ length: output.size }, (_, index) => Math.cos(index))
    return tf.sum(tf.mul(output, tf.tensor(factors, output.shape))) as Scalar
  }, [x, ...variables])
  return [...[x, ...variables].map(({ name }) => grads[name]), ...(model.getWeights() as Tensor[])]
}

const wave = (size: number, pace: number, phase: number) =>
  Float32Array.from({ length: size }, (_, index) => 0.6 + 0.4 * Math.sin(index * pace + phase))

/** Largest difference between two lists of tensors, as a share of the largest value of each (at least of 1). */
export function largestDifference(received: readonly number[][], expected: readonly number[][]): number {
  if (received.length !== expected.length) throw new Error(`${received.length} tensors, not ${expected.length}`)
  const differences = received.map((tensor, place) => {
    const largest = expected[place].reduce((most, value) => Math.max(most, Math.abs(value)), 1)
    const difference = (most: number, value: number, at: number) =>
      Math.max(most, Math.abs(value - expected[place][at])) // NaN stays NaN
    return tensor.length === expected[place].length ? tensor.reduce(difference, 0) / largest : Number.NaN
  })
  return differences.reduce((most, value) => Math.max(most, value), 0)
}
