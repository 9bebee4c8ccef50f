// Nothing comes in; EfficientNet-Lite0 at 224 x 224 with random weights goes out: no squeeze, ReLU cut at 6.
// Tan and Le, "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks", 2019; Lite variant of 2020.
import * as tf from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { apply, convolution, normalize, stages } from './inverted-residual'
import { enliven } from './lively-weights'

const { layers } = tf

const table = [
  { expansion: 1, kernelSize: 3, strides: 1, filters: 16, repeats: 1 },
  { expansion: 6, kernelSize: 3, strides: 2, filters: 24, repeats: 2 },
  { expansion: 6, kernelSize: 5, strides: 2, filters: 40, repeats: 2 },
  { expansion: 6, kernelSize: 3, strides: 2, filters: 80, repeats: 3 },
  { expansion: 6, kernelSize: 5, strides: 1, filters: 112, repeats: 3 },
  { expansion: 6, kernelSize: 5, strides: 2, filters: 192, repeats: 4 },
  { expansion: 6, kernelSize: 3, strides: 1, filters: 320, repeats: 1 },
]

const depthwise = (input: SymbolicTensor, kernelSize: number, strides: number): SymbolicTensor =>
  apply(layers.depthwiseConv2d({
    useBias: false, depthwiseInitializer: 'zeros', padding: 'same', kernelSize, strides }), input)

export function efficientNetLite0(): LayersModel {
  const image = tf.input({ shape: [224, 224, 3], name: 'image' })
  const stem = layers.conv2d({ ...convolution, filters: 32, kernelSize: 3, strides: 2 })
  const features = stages(normalize(apply(stem, image), true), table, depthwise)
  const wide = normalize(apply(layers.conv2d({ ...convolution, filters: 1280, kernelSize: 1 }), features), true)
  const embedding = apply(layers.globalAveragePooling2d({ name: 'embedding' }), wide)
  const dropped = apply(layers.dropout({ rate: 0.2 }), embedding)
  const logits = apply(layers.dense({ units: 1000, name: 'logits', kernelInitializer: 'zeros' }), dropped)
  const probabilities = apply(layers.activation({ activation: 'softmax', name: 'probabilities' }), logits)
  return enliven(tf.model({ inputs: image, outputs: [logits, probabilities], name: 'efficientnet_lite0' }))
}
