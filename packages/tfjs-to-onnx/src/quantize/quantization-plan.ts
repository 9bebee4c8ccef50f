// A float graph and the nodes to leave alone in; which nodes compute in int8 and which tensors are stored as bytes out.
import type { Graph } from '../graph'
import type { GraphNode, Initializer, Operand, Value } from '../value'
import { FollowedTensors } from './followed-tensors'

export interface QuantizationPlan {
  /** Nodes whose weights and input are bytes. */
  readonly nodes: readonly GraphNode[]
  /** Tensors that are stored as bytes, each with the tensor whose scale it has: its own, or one further up. */
  readonly tensors: ReadonlyMap<Value, Value>
  /** Those of them whose numbers are not those of another one, moved. */
  readonly origins: readonly Value[]
  readonly kept: readonly { readonly name: string, readonly reason: string }[]
}

/** Axis of the output channels in the kernels of the operators that compute in int8. */
export const channelAxes: Readonly<Record<string, number>> = { Conv: 0, ConvTranspose: 1, Gemm: 1, MatMul: 1 }

export function planQuantization(graph: Graph, skip: readonly string[]): QuantizationPlan {
  const candidates = graph.nodes.filter(({ operator }) => Object.hasOwn(channelAxes, operator))
  const kept: { name: string, reason: string }[] = []
  const nodes = candidates.filter((node) => {
    const reason = skip.includes(node.name) ? 'it is in the list of nodes to skip' : reasonToKeep(node)
    if (reason !== undefined) kept.push({ name: node.name, reason })
    return reason === undefined
  })
  const followed = followTensors(graph, nodes)
  return { nodes, tensors: followed.groups(), origins: followed.origins(), kept }
}

function reasonToKeep({ inputs: [input, kernel, ...others], operator }: GraphNode): string | undefined {
  if (input.kind !== 'value' || input.dataType !== 'float32') return 'its input is no float32 tensor'
  if (![kernel, ...others].every(isFloatConstant)) return 'its weights are no float32 constants'
  if (operator === 'MatMul' && (kernel as Initializer).shape.length !== 2) return 'its kernel is no matrix'
  return undefined
}

const isFloatConstant = (operand: Operand): boolean =>
  operand.kind === 'initializer' && operand.dataType === 'float32'

/**
 * Bytes are what enters a node that computes in int8, and what leaves it (after its Relu or Clip) where another such
 * node follows. Answers, which no such node reads, stay float32: so do Softmax and the last logits.
 */
function followTensors(graph: Graph, nodes: readonly GraphNode[]): FollowedTensors {
  const linear = new Set(nodes)
  const followed = new FollowedTensors(graph)
  for (const node of nodes) {
    followed.add(node.inputs[0] as Value)
    const result = fusedOutput(graph, node)
    if (leadsTo(graph, result, linear)) followed.add(result)
  }
  return followed
}

/** Runtimes compute a Relu or Clip together with the node before it, where nobody else reads what lies between. */
function fusedOutput(graph: Graph, { output }: GraphNode): Value {
  const [next, ...more] = graph.consumers(output)
  const isFused = more.length === 0 && (next?.operator === 'Relu' || next?.operator === 'Clip')
  return isFused && !graph.outputs.includes(output) ? next.output : output
}

function leadsTo(graph: Graph, start: Value, nodes: ReadonlySet<GraphNode>): boolean {
  const seen = new Set<GraphNode>()
  const open = [...graph.consumers(start)]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (nodes.has(node)) return true
    if (seen.has(node)) continue
    seen.add(node)
    open.push(...graph.consumers(node.output))
  }
  return false
}
