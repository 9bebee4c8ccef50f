// The networks, all of them in this file: a name and TensorFlow.js in, a layers model out that gives logits.
import type { LayersModel, TensorFlow } from './backends/tensorflow'
import type { SymbolicTensor } from '@tensorflow/tfjs-layers'

/** Widths of a residual network on [28, 28, 1]: a stem, then stages that each halve the size. */
export interface NetworkShape {
  readonly stem: number
  readonly stages: readonly { readonly width: number; readonly block: 'residual' | 'plain' }[]
  /** What is left of each channel: see `heads`; absent: its mean. */
  readonly head?: keyof typeof heads
  /** Beside each 3x3 convolution a 1x1 one and, where it fits, its input: for training only, export merges them. */
  readonly branches?: boolean
}

const nanoResidual = {
  stem: 16,
  stages: [
    { width: 28, block: 'residual' },
    { width: 40, block: 'residual' },
  ],
} as const

const small = {
  stem: 24,
  stages: [
    { width: 48, block: 'residual' },
    { width: 96, block: 'residual' },
  ],
} as const

const base = {
  stem: 32,
  stages: [
    { width: 64, block: 'residual' },
    { width: 128, block: 'residual' },
    { width: 256, block: 'residual' },
  ],
} as const

/** What is left of each channel of the last stage. The pictures are aligned, so that a place may tell something. */
export const heads = {
  'mean': 'mean',
  'mean-and-largest': 'mean and largest value',
  'learned': 'sum with a learned weight for each place',
} as const

export const networkShapes = {
  // 58,650 parameters, 6.3 million multiply-accumulates
  nano: {
    stem: 16,
    stages: [
      { width: 32, block: 'residual' },
      { width: 48, block: 'plain' },
    ],
  },
  // 261,298 parameters, 20.5 million multiply-accumulates
  small,
  // 1,940,970 parameters, 59.9 million multiply-accumulates
  base,
  // 58,018 parameters, 5.6 million multiply-accumulates: narrower than nano, with a second residual block
  'nano-residual': nanoResidual,
  // 400, 960 and 2,560 parameters more than without the largest values
  'nano-residual-wide-head': { ...nanoResidual, head: 'mean-and-largest' },
  // 59,978 parameters, 5.6 million multiply-accumulates
  'nano-residual-learned-head': { ...nanoResidual, head: 'learned' },
  // 65,082 parameters in training; after export as many as nano-residual
  'nano-residual-branches': { ...nanoResidual, branches: true },
  'small-wide-head': { ...small, head: 'mean-and-largest' },
  'base-wide-head': { ...base, head: 'mean-and-largest' },
} as const satisfies Record<string, NetworkShape>

export type NetworkName = keyof typeof networkShapes

/** Name of the layer whose output is the embedding: the pooled features, [N, width of the last stage], or twice that. */
export const embeddingLayer = 'embedding'

/** Builds a network with fresh weights drawn from `seed`. Input: normalised pictures, [N, 28, 28, 1]; output: logits, [N, 10]. */
export function createNetwork(tf: TensorFlow, shape: NetworkShape, seed: number): LayersModel {
  let layerCount = 0
  const convolution = (x: SymbolicTensor, filters: number, strides: number, name: string, kernelSize = 3) =>
    tf.layers
      .conv2d({
        filters,
        strides,
        name,
        kernelSize,
        padding: 'same',
        useBias: false,
        kernelInitializer: tf.initializers.heNormal({ seed: seed * 1000 + layerCount++ }),
      })
      .apply(x) as SymbolicTensor
  // A residual branch that starts at zero lets the block begin as the identity (Goyal et al. 2017, section 5.1).
  const normalize = (x: SymbolicTensor, name: string, gammaInitializer: 'ones' | 'zeros' = 'ones') =>
    tf.layers.batchNormalization({ name, momentum: 0.9, epsilon: 1e-5, gammaInitializer }).apply(x) as SymbolicTensor
  const relu = (x: SymbolicTensor, name: string) => tf.layers.reLU({ name }).apply(x) as SymbolicTensor
  const add = (parts: SymbolicTensor[], name: string) => tf.layers.add({ name }).apply(parts) as SymbolicTensor
  const convolve = (x: SymbolicTensor, filters: number, strides: number, name: string, gamma?: 'zeros') => {
    const wide = normalize(convolution(x, filters, strides, `${name}_conv`), `${name}_norm`, gamma)
    if (shape.branches !== true) return wide
    const point = normalize(convolution(x, filters, strides, `${name}_point_conv`, 1), `${name}_point_norm`, gamma)
    const fits = strides === 1 && x.shape.at(-1) === filters
    return add([wide, point, ...(fits ? [normalize(x, `${name}_self_norm`, gamma)] : [])], `${name}_branches`)
  }
  const unit = (x: SymbolicTensor, filters: number, strides: number, name: string) =>
    relu(convolve(x, filters, strides, name), `${name}_relu`)
  const residual = (x: SymbolicTensor, filters: number, name: string) => {
    const branch = convolve(unit(x, filters, 1, `${name}_1`), filters, 1, `${name}_2`, 'zeros')
    return relu(add([x, branch], `${name}_add`), `${name}_relu`)
  }

  const input = tf.input({ shape: [28, 28, 1], name: 'image' })
  let features = unit(input, shape.stem, 1, 'stem') // [N, 28, 28, stem]
  shape.stages.forEach(({ width, block }, index) => {
    const name = `stage${index + 1}`
    features = unit(features, width, 2, `${name}_down`) // half the height and width
    features =
      block === 'residual' ? residual(features, width, `${name}_block`) : unit(features, width, 1, `${name}_plain`)
  })
  const pooled = poolFeatures(tf, features, shape.head ?? 'mean')
  const kernelInitializer = tf.initializers.glorotUniform({ seed: seed * 1000 + layerCount++ })
  const logits = tf.layers.dense({ units: 10, name: 'logits', kernelInitializer }).apply(pooled) as SymbolicTensor // [N, 10]
  return tf.model({ inputs: input, outputs: logits })
}

/** [N, height, width, channels] -> [N, channels], or [N, 2 * channels] */
function poolFeatures(tf: TensorFlow, features: SymbolicTensor, head: keyof typeof heads): SymbolicTensor {
  const mean = (name: string) => tf.layers.globalAveragePooling2d({ name }).apply(features) as SymbolicTensor
  if (head === 'mean') return mean(embeddingLayer)
  if (head === 'learned') return weighPlaces(tf, features)
  const largest = tf.layers.globalMaxPooling2d({ name: 'largest' }).apply(features) as SymbolicTensor
  return tf.layers.concatenate({ name: embeddingLayer }).apply([mean('mean'), largest]) as SymbolicTensor
}

/** Begins as the mean. */
function weighPlaces(tf: TensorFlow, features: SymbolicTensor): SymbolicTensor {
  const [, height = 0, width = 0] = features.shape as number[]
  const depthwiseInitializer = tf.initializers.constant({ value: 1 / (height * width) })
  const options = { kernelSize: [height, width] as [number, number], useBias: false, depthwiseInitializer, name: 'places' }
  const weighed = tf.layers.depthwiseConv2d(options).apply(features) as SymbolicTensor // [N, 1, 1, channels]
  return tf.layers.flatten({ name: embeddingLayer }).apply(weighed) as SymbolicTensor
}
