// A graph comes in; every BatchNormalization right behind a linear Conv or Gemm goes into that node's weights.
import type { Graph } from './graph'
import { isLinear, rescaleLinearNode } from './linear-node'
import type { GraphNode, Initializer, Value } from './value'

/**
 * gamma * (x - mean) / sqrt(variance + epsilon) + beta is linear per channel, so it fits into kernel and bias.
 * @param requested values the caller wants to see; they must keep their meaning and are never folded away.
 * @returns the names of the layers that were folded.
 */
export function foldBatchNormalization(graph: Graph, requested: ReadonlySet<Value>): string[] {
  const folded: string[] = []
  for (const normalization of graph.nodes.filter(node => node.operator === 'BatchNormalization')) {
    const linear = foldableProducer(graph, normalization, requested)
    if (!linear) continue
    foldInto(graph, linear, normalization)
    folded.push(normalization.layer)
  }
  return folded
}

function foldableProducer(
  graph: Graph,
  normalization: GraphNode,
  requested: ReadonlySet<Value>,
): GraphNode | undefined {
  const [input] = normalization.inputs
  if (input.kind !== 'value' || requested.has(input) || graph.consumers(input).length !== 1) return undefined
  const producer = graph.producer(input)
  return producer && isLinear(producer) ? producer : undefined
}

function foldInto(graph: Graph, linear: GraphNode, normalization: GraphNode): void {
  const [gamma, beta, mean, variance] = (normalization.inputs.slice(1) as Initializer[]).map(({ data }) => data)
  const { epsilon } = normalization.attributes
  const offset = epsilon.type === 'float' ? epsilon.value : 0
  const factor = (channel: number): number => gamma[channel] / Math.sqrt(variance[channel] + offset)
  const shift = (channel: number): number => beta[channel] - mean[channel] * factor(channel)
  rescaleLinearNode(graph, linear, { suffix: 'normalized', factor, shift })
  const { name } = linear.output
  linear.output = normalization.output
  linear.output.name = name
  graph.removeNode(normalization)
}
