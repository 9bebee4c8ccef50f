// Nothing comes in; MobileNetV2 at 224 x 224 with random weights goes out, built as Keras builds it.
// Sandler et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks", 2018, table 2.
import * as tf from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { apply, convolution, normalize, stages } from './inverted-residual'
import { enliven } from './lively-weights'

const { layers } = tf
const valid = { padding: 'valid' } as const

const table = [
  { expansion: 1, filters: 16, repeats: 1, strides: 1 },
  { expansion: 6, filters: 24, repeats: 2, strides: 2 },
  { expansion: 6, filters: 32, repeats: 3, strides: 2 },
  { expansion: 6, filters: 64, repeats: 4, strides: 2 },
  { expansion: 6, filters: 96, repeats: 3, strides: 1 },
  { expansion: 6, filters: 160, repeats: 3, strides: 2 },
  { expansion: 6, filters: 320, repeats: 1, strides: 1 },
].map(stage => ({ ...stage, kernelSize: 3 }))

/** Keras pads by a layer of its own before every convolution of stride 2. */
function depthwise(input: SymbolicTensor, kernelSize: number, strides: number): SymbolicTensor {
  const settings = { useBias: false, depthwiseInitializer: 'zeros', kernelSize, strides } as const
  if (strides === 1) return apply(layers.depthwiseConv2d({ ...settings, padding: 'same' }), input)
  return apply(layers.depthwiseConv2d({ ...settings, ...valid }), pad(input))
}

const pad = (input: SymbolicTensor): SymbolicTensor =>
  apply(layers.zeroPadding2d({ padding: [[0, 1], [0, 1]] }), input)

export function mobileNetV2(): LayersModel {
  const image = tf.input({ shape: [224, 224, 3], name: 'image' })
  const stem = layers.conv2d({ ...convolution, ...valid, filters: 32, kernelSize: 3, strides: 2 })
  const features = stages(normalize(apply(stem, pad(image)), true), table, depthwise)
  const wide = normalize(apply(layers.conv2d({ ...convolution, filters: 1280, kernelSize: 1 }), features), true)
  const embedding = apply(layers.globalAveragePooling2d({ name: 'embedding' }), wide)
  const logits = apply(layers.dense({ units: 1000, name: 'logits', kernelInitializer: 'zeros' }), embedding)
  const probabilities = apply(layers.activation({ activation: 'softmax', name: 'probabilities' }), logits)
  return enliven(tf.model({ inputs: image, outputs: [logits, probabilities], name: 'mobilenet_v2' }))
}
