// A graph comes in; convolutions and scalings of one value that are added up become a single convolution.
// Branches that help a network in training cost nothing afterwards (Ding et al. 2021, "RepVGG", section 3.3).
import { branchOf, embed } from './convolution-branch'
import type { Branch } from './convolution-branch'
import type { Graph } from './graph'
import type { GraphNode, Operand, Value } from './value'

/**
 * Runs after foldBatchNormalization, so that each branch is one node.
 * @param requested values the caller wants to see; they must keep their meaning and are never merged away.
 * @returns the names of the layers whose additions were merged.
 */
export function mergeBranches(graph: Graph, requested: ReadonlySet<Value>): string[] {
  const merged: string[] = []
  for (const addition of graph.nodes.filter(node => node.operator === 'Add')) {
    const [first, second] = addition.inputs.map(operand => branchBehind(graph, operand, requested))
    if (!first || !second || first.node === second.node || first.input !== second.input) continue
    const sum = embed(second, first) ?? embed(first, second)
    if (!sum) continue
    writeSum(graph, addition, sum)
    graph.removeNode(sum.node === first.node ? second.node : first.node)
    merged.push(addition.layer)
  }
  return merged
}

/** The node whose output is added, where nobody else reads that output. */
function branchBehind(graph: Graph, operand: Operand, requested: ReadonlySet<Value>): Branch | undefined {
  if (operand.kind !== 'value' || requested.has(operand) || graph.consumers(operand).length !== 1) return undefined
  const producer = graph.producer(operand)
  return producer && branchOf(producer)
}

function writeSum(graph: Graph, addition: GraphNode, { node, input, kernel, bias }: Branch): void {
  const { layer } = addition
  node.inputs = [
    input,
    graph.addWeight(`${layer}/kernel_merged`, kernel.shape, kernel.data),
    ...(bias ? [graph.addWeight(`${layer}/bias_merged`, [bias.length], bias)] : []),
  ]
  const { name } = node.output
  node.output = addition.output
  node.output.name = name
  graph.removeNode(addition)
}
