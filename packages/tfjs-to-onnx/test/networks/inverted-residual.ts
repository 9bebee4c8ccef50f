// A symbolic tensor and the shape of a block come in; an inverted residual block (expand, depthwise, project) goes out.
import * as tf from '@tensorflow/tfjs-layers'
import type { SymbolicTensor } from '@tensorflow/tfjs-layers'

const { layers } = tf

export interface Block {
  /** How many times wider the depthwise convolution is than the input. */
  readonly expansion: number
  readonly kernelSize: number
  readonly strides: number
  readonly filters: number
}

export interface Stage extends Block {
  /** Blocks; only the first has the stage's strides. */
  readonly repeats: number
}

export type Apply = (layer: tf.layers.Layer, input: SymbolicTensor) => SymbolicTensor

export const apply: Apply = (layer, input) => layer.apply(input) as SymbolicTensor

/** Weights are drawn later, so none are drawn here. */
export const convolution = { useBias: false, kernelInitializer: 'zeros', padding: 'same' } as const

/** Batch normalisation, and a ReLU that is cut at 6. */
export function normalize(input: SymbolicTensor, isActive: boolean): SymbolicTensor {
  const normalized = apply(layers.batchNormalization(), input)
  return isActive ? apply(layers.reLU({ maxValue: 6 }), normalized) : normalized
}

export function invertedResidual(
  input: SymbolicTensor,
  { expansion, kernelSize, strides, filters }: Block,
  depthwise: (input: SymbolicTensor, kernelSize: number, strides: number) => SymbolicTensor,
): SymbolicTensor {
  const channels = Number(input.shape[3])
  const wide = expansion === 1
    ? input
    : normalize(apply(layers.conv2d({ ...convolution, filters: channels * expansion, kernelSize: 1 }), input), true)
  const filtered = normalize(depthwise(wide, kernelSize, strides), true)
  const narrow = normalize(apply(layers.conv2d({ ...convolution, filters, kernelSize: 1 }), filtered), false)
  const isResidual = strides === 1 && channels === filters
  return isResidual ? layers.add().apply([input, narrow]) as SymbolicTensor : narrow
}

export function stages(
  input: SymbolicTensor,
  table: readonly Stage[],
  depthwise: (input: SymbolicTensor, kernelSize: number, strides: number) => SymbolicTensor,
): SymbolicTensor {
  return table.reduce((value, { repeats, ...block }) =>
    Array.from({ length: repeats }).reduce<SymbolicTensor>((inner, _, i) =>
      invertedResidual(inner, i === 0 ? block : { ...block, strides: 1 }, depthwise), value), input)
}
