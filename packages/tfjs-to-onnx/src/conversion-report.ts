// A finished graph and what was folded come in; the facts a caller wants to print or store go out.
import { irVersionOf } from './encode-model'
import type { Graph } from './graph'
import type { DataType, GraphNode, Initializer, Shape, Value } from './value'

export interface TensorDescription {
  readonly name: string
  readonly dataType: DataType
  /** 'N' is the batch. */
  readonly shape: Shape
}

export interface ConversionReport {
  readonly opset: number
  readonly irVersion: number
  /** Size of the file. */
  readonly bytes: number
  readonly inputs: readonly TensorDescription[]
  readonly outputs: readonly TensorDescription[]
  /** Number of nodes per operator, sorted by name. */
  readonly operators: Readonly<Record<string, number>>
  /** Transpose nodes among them. */
  readonly transposes: number
  /** Learned numbers in the file; smaller than in tfjs where layers were folded. */
  readonly parameters: number
  /** Multiply-accumulate operations of Conv, Gemm and MatMul for one item of the batch. */
  readonly multiplyAccumulates: number
  /** BatchNormalization layers folded into the layer before them. */
  readonly foldedLayers: readonly string[]
  /** Outputs whose divideBy went into the weights of their Dense layer. */
  readonly foldedDivisors: readonly string[]
}

export interface Folded {
  readonly layers: readonly string[]
  readonly divisors: readonly string[]
}

export function describeConversion(graph: Graph, bytes: number, folded: Folded): ConversionReport {
  const operators: Record<string, number> = {}
  for (const operator of graph.nodes.map(node => node.operator).sort()) {
    operators[operator] = (operators[operator] ?? 0) + 1
  }
  const weights = graph.initializers.filter(({ role }) => role === 'weight')
  return {
    opset: graph.opset,
    irVersion: irVersionOf(graph.opset),
    bytes,
    inputs: graph.inputs.map(describe),
    outputs: graph.outputs.map(describe),
    operators,
    transposes: operators.Transpose ?? 0,
    parameters: weights.reduce((sum, { data }) => sum + data.length, 0),
    multiplyAccumulates: graph.nodes.reduce((sum, node) => sum + multiplyAccumulates(node), 0),
    foldedLayers: folded.layers,
    foldedDivisors: folded.divisors,
  }
}

const describe = ({ name, dataType, shape }: Value): TensorDescription => ({ name, dataType, shape })

// Every weight of the kernel is used once per position of the output between batch and channels.
function multiplyAccumulates({ operator, inputs, output }: GraphNode): number {
  if (!['Conv', 'Gemm', 'MatMul'].includes(operator)) return 0
  const kernel = inputs[1] as Initializer
  return output.shape.slice(1, -1).reduce<number>((product, size) => product * Number(size), kernel.data.length)
}
