// A finished graph and what was folded come in; the facts a caller wants to print or store go out.
import { physicalShape } from './channel-order'
import { irVersionOf } from './encode-model'
import type { Graph } from './graph'
import { countMultiplyAccumulates } from './multiply-accumulates'
import type { MetQuirk } from './quirks'
import type { DataType, Shape, Value } from './value'
import type { StoredWeights } from './weights/store-weights'

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
  /** Multiply-accumulate operations of convolutions, products and recurrent layers for one item of the batch. */
  readonly multiplyAccumulates: number
  /** BatchNormalization layers folded into the layer before them. */
  readonly foldedLayers: readonly string[]
  /** Add layers whose branches became one convolution. */
  readonly mergedLayers: readonly string[]
  /** Outputs whose divideBy went into the weights of their Dense layer. */
  readonly foldedDivisors: readonly string[]
  /** What `weights: 'fp16'` or 'int8' did to the learned tensors. */
  readonly storedWeights: StoredWeights
  /** Deviations of tfjs that the model meets, and what the file does about each. */
  readonly quirks: readonly MetQuirk[]
}

/** What the graph alone does not tell. */
export interface ConversionFacts {
  readonly bytes: number
  /** Counted before the weights were stored smaller. */
  readonly parameters: number
  readonly layers: readonly string[]
  readonly merged: readonly string[]
  readonly divisors: readonly string[]
  readonly storedWeights: StoredWeights
  readonly quirks: readonly MetQuirk[]
}

/** Learned numbers. */
export function countParameters({ initializers }: Pick<Graph, 'initializers'>): number {
  const weights = initializers.filter(({ role }) => role === 'weight')
  return weights.reduce((sum, { data }) => sum + data.length, 0)
}

export function describeConversion(graph: Graph, facts: ConversionFacts): ConversionReport {
  const operators: Record<string, number> = {}
  for (const operator of graph.nodes.map(node => node.operator).sort()) {
    operators[operator] = (operators[operator] ?? 0) + 1
  }
  return {
    opset: graph.opset,
    irVersion: irVersionOf(graph.opset),
    bytes: facts.bytes,
    inputs: graph.inputs.map(describe),
    outputs: graph.outputs.map(describe),
    operators,
    transposes: operators.Transpose ?? 0,
    parameters: facts.parameters,
    multiplyAccumulates: graph.nodes.reduce((sum, node) => sum + countMultiplyAccumulates(node), 0),
    foldedLayers: facts.layers,
    mergedLayers: facts.merged,
    foldedDivisors: facts.divisors,
    storedWeights: facts.storedWeights,
    quirks: facts.quirks,
  }
}

const describe = (value: Value): TensorDescription =>
  ({ name: value.name, dataType: value.dataType, shape: physicalShape(value) })
