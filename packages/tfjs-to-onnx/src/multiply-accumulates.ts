// A node comes in; how many multiplications it takes for one item of the batch goes out, sizes not known counted as 1.
import type { Dimension, GraphNode, Operand, Shape, Value } from './value'

type Count = (node: GraphNode) => number

const counts: Readonly<Record<string, Count>> = {
  Conv: perOutputPosition,
  Gemm: perOutputPosition,
  MatMul: node => node.inputs[1].kind === 'initializer' ? perOutputPosition(node) : ofTwoValues(node),
  // The kernel of a transposed convolution is used once per position of the input.
  ConvTranspose: node => weights(node.inputs[1]) * positions((node.inputs[0] as Value).shape, node),
  RNN: perTimeStep,
  GRU: perTimeStep,
  LSTM: perTimeStep,
}

/** Operators whose work is counted; of the others only sums, comparisons and single products are left. */
export const isCounted = (operator: string): boolean => Object.hasOwn(counts, operator)

export function countMultiplyAccumulates(node: GraphNode): number {
  return isCounted(node.operator) ? counts[node.operator](node) : 0
}

// Every weight of the kernel is used once per position of the output between batch and channels.
function perOutputPosition(node: GraphNode): number {
  return weights(node.inputs[1]) * positions(node.output.shape, node)
}

// [N, i, k] x [N, k, j]
function ofTwoValues({ inputs: [left], output }: GraphNode): number {
  const inner = (left as Value).shape
  return product(output.shape.slice(1)) * known(inner[inner.length - 1])
}

// [T, N, features]: the time comes before the batch.
function perTimeStep({ inputs: [input, kernel, recurrentKernel] }: GraphNode): number {
  return known((input as Value).shape[0]) * (weights(kernel) + weights(recurrentKernel))
}

// Channels come last, but second where the model itself is channels-first.
function positions(shape: Shape, { inputs: [input], operator }: GraphNode): number {
  const isConvolution = operator === 'Conv' || operator === 'ConvTranspose'
  const isLogical = input.kind === 'value' && input.order === 'logical'
  return product(isConvolution && isLogical ? shape.slice(2) : shape.slice(1, -1))
}

const weights = (kernel: Operand): number => (kernel.kind === 'absent' ? 0 : product(kernel.shape))
const known = (size: Dimension): number => typeof size === 'number' ? size : 1
const product = (sizes: Shape): number => sizes.reduce<number>((total, size) => total * known(size), 1)
