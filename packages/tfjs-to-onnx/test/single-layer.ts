// One layer, or a function of symbolic tensors, comes in; a model around it with every weight random goes out.
import * as tf from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { randomizeWeights } from './random-weights'

export type Sizes = readonly (number | null)[]

/** An input of the given sizes (without the batch) and the layer. */
export function single(layer: tf.layers.Layer, sizes: Sizes, dtype: 'float32' | 'int32' = 'float32'): LayersModel {
  return joined([sizes], ([x]) => layer.apply(x) as SymbolicTensor, dtype)
}

/** Several inputs and what becomes of them. */
export function joined(
  inputs: readonly Sizes[],
  build: (inputs: SymbolicTensor[]) => SymbolicTensor | SymbolicTensor[],
  dtype: 'float32' | 'int32' = 'float32',
): LayersModel {
  const tensors = inputs.map((shape, i) => tf.input({ shape: [...shape], dtype, name: `input_${i}` }))
  return randomizeWeights(tf.model({ inputs: tensors, outputs: build(tensors) }))
}
