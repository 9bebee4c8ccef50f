// The shape of a network in; a classifier of RGB pictures with made-up weights, the same ones every time, out.
import type { SymbolicTensor } from '@tensorflow/tfjs-layers'
import type { LayersModel, TensorFlow } from '../../../training/backends/tensorflow'

/** As MobileNet v1 has it: a convolution, then pairs of a depthwise and a pointwise one. */
export interface BenchNetwork {
  readonly side: number
  readonly stem: { readonly width: number; readonly strides: number }
  readonly pairs: readonly (readonly [width: number, strides: number])[]
  readonly classes: number
}

/** Input [N, side, side, 3]; output logits, [N, classes]. */
export function makeNetwork(tf: TensorFlow, { side, stem, pairs, classes }: BenchNetwork): LayersModel {
  let seed = 1
  // He et al. 2015. Not `heNormal`: for a depthwise kernel it counts all channels, though each sees only its own.
  const random = (inputs: number) => tf.initializers.randomNormal({ stddev: Math.sqrt(2 / inputs), seed: seed++ })
  const window = { kernelSize: 3, padding: 'same', activation: 'relu' } as const
  const input = tf.input({ shape: [side, side, 3] })
  const first = { ...window, filters: stem.width, strides: stem.strides, kernelInitializer: random(27) }
  let features = tf.layers.conv2d(first).apply(input) as SymbolicTensor
  for (const [width, strides] of pairs) {
    const depthwise = { ...window, strides, depthwiseInitializer: random(9) }
    const inputs = features.shape[3] ?? 0
    const pointwise = { filters: width, kernelSize: 1, activation: 'relu', kernelInitializer: random(inputs) } as const
    features = tf.layers.depthwiseConv2d(depthwise).apply(features) as SymbolicTensor
    features = tf.layers.conv2d(pointwise).apply(features) as SymbolicTensor
  }
  const pooled = tf.layers.globalAveragePooling2d({}).apply(features) as SymbolicTensor
  const dense = { units: classes, kernelInitializer: random(pooled.shape[1] ?? 0) }
  const logits = tf.layers.dense(dense).apply(pooled) as SymbolicTensor
  return tf.model({ inputs: input, outputs: logits })
}

export const benchNetworks = {
  /** 28x28 pictures, 10 classes: so small that what surrounds the model shows. */
  tiny: { side: 28, stem: { width: 16, strides: 1 }, pairs: [[32, 2], [32, 1], [64, 2], [64, 1]], classes: 10 },
  /** MobileNet v1 at half its width. */
  mobile: {
    side: 224,
    stem: { width: 16, strides: 2 },
    pairs: [
      [32, 1], [64, 2], [64, 1], [128, 2], [128, 1], [256, 2],
      [256, 1], [256, 1], [256, 1], [256, 1], [256, 1], [512, 2], [512, 1],
    ],
    classes: 1000,
  },
} as const satisfies Record<string, BenchNetwork>

export type BenchNetworkName = keyof typeof benchNetworks
