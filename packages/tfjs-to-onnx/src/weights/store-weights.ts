// A finished graph and a weight format in; the same graph whose learned tensors are stored smaller and widened at load, out.
import { int } from '../attribute'
import { tensorTypes } from '../cast-node'
import type { Graph } from '../graph'
import type { GraphNode, Initializer, Operand, Value } from '../value'
import { fitsFloat16 } from './float16'
import { quantizeChannels } from './quantize-channels'

export const weightFormats = ['fp32', 'fp16', 'int8'] as const

/** 'fp16': half the size. 'int8': a quarter, one scale per output channel; kernels only, the rest stays float32. */
export type WeightFormat = (typeof weightFormats)[number]

/** What became of the learned tensors. */
export interface StoredWeights {
  /** Tensors that are stored smaller. */
  readonly stored: readonly string[]
  /** Tensors that stay float32, each with its reason. */
  readonly kept: readonly { readonly name: string; readonly reason: string }[]
}

/** A node and its initializers cost about this many bytes: smaller tensors would make the file larger. */
const smallest = 64

// Output channels of a kernel in memory; of other operators the kernel is not quantised.
const channelAxes: Readonly<Record<string, number>> = { Conv: 0, ConvTranspose: 1, Gemm: 1, MatMul: 1 }

/**
 * Runtimes widen the tensors once, when they load the file; the graph computes in float32 as before.
 * @param keepBelow kernels with fewer numbers are not rounded to int8
 */
export function storeWeights(graph: Graph, format: WeightFormat, keepBelow = smallest): StoredWeights {
  const stored: string[] = []
  const kept: { name: string; reason: string }[] = []
  if (format === 'fp32') return { stored, kept }
  const first = graph.nodes.length
  const weights = graph.initializers.filter(({ role, dataType }) => role === 'weight' && dataType === 'float32')
  for (const weight of weights) {
    const small = format === 'fp16' ? storeHalf(graph, weight) : storeBytes(graph, weight, keepBelow)
    if (typeof small === 'string') {
      kept.push({ name: weight.name, reason: small })
      continue
    }
    replaceOperand(graph, weight, small)
    stored.push(weight.name)
  }
  // The new nodes need nothing but their constants: they come first.
  graph.nodes = [...graph.nodes.slice(first), ...graph.nodes.slice(0, first)]
  graph.keepOnly(graph.outputs)
  return { stored, kept }
}

/** Returns the widened value, or the reason to keep the tensor as it is. */
function storeHalf(graph: Graph, { name, shape, data }: Initializer): Value | string {
  if (data.length < smallest) return `it has fewer than ${smallest} numbers`
  if (!fitsFloat16(data)) return 'it holds numbers beyond the range of float16'
  const half = graph.addWeight(`${name}_fp16`, shape, data, 'float16')
  const attributes = { to: int(tensorTypes.float32) }
  return graph.addNode({ operator: 'Cast', layer: name, inputs: [half], shape, dataType: 'float32', attributes })
}

function storeBytes(graph: Graph, weight: Initializer, keepBelow: number): Value | string {
  const { name, shape, data } = weight
  const least = Math.max(keepBelow, smallest)
  if (data.length < least) return `it has fewer than ${least} numbers`
  const readers = graph.consumers(weight)
  const axes = new Set(readers.map(node => channelAxisOf(node, weight)))
  const [axis] = axes
  if (axes.size !== 1 || axis === undefined) return 'it is no kernel of a convolution or of a product'
  const { values, scales } = quantizeChannels(data, shape, axis)
  const bytes = graph.addWeight(`${name}_int8`, shape, values, 'int8')
  const scale = graph.addConstant(`${name}_scale`, 'float32', [...scales], [scales.length])
  const widened = { layer: name, shape, dataType: 'float32' } as const
  if (readers.some(({ operator }) => operator === 'Gemm' || operator === 'MatMul')) {
    // Not DequantizeLinear: in front of a product onnxruntime takes it as leave to round the other factor to bytes too.
    const float = graph.addNode({ ...widened, operator: 'Cast', inputs: [bytes], attributes: { to: int(tensorTypes.float32) } })
    return graph.addNode({ ...widened, operator: 'Mul', inputs: [float, scale] }) // [in, out] * [out]
  }
  return graph.addNode({ ...widened, operator: 'DequantizeLinear', inputs: [bytes, scale], attributes: { axis: int(axis) } })
}

/** Undefined where the tensor is not the kernel of the node, or a product whose kernel is no matrix. */
function channelAxisOf(node: GraphNode, weight: Operand): number | undefined {
  if (node.inputs[1] !== weight || weight.kind !== 'initializer') return undefined
  if (node.operator === 'MatMul' && weight.shape.length !== 2) return undefined
  return channelAxes[node.operator]
}

function replaceOperand(graph: Graph, old: Operand, replacement: Value): void {
  for (const node of graph.consumers(old)) {
    node.inputs = node.inputs.map(input => input === old ? replacement : input)
  }
}
