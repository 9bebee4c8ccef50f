// A Conv or Gemm node and a factor and shift per output channel come in; the same node with changed weights goes out.
import type { Graph } from './graph'
import type { GraphNode, Initializer, Operand } from './value'

/** Axis of the output channels in the second input of each operator that is linear in its weights. */
const outputAxes: Readonly<Record<string, number>> = { Conv: 0, ConvTranspose: 1, Gemm: 1 }

export interface Rescaling {
  /** Folded weights are named after what was folded in. */
  readonly suffix: string
  /** Multiplies channel `c` of the node's output. */
  readonly factor: (channel: number) => number
  /** Added to channel `c` after the multiplication; without it a missing bias stays missing. */
  readonly shift?: (channel: number) => number
}

export function isLinear({ operator, inputs }: GraphNode): boolean {
  return Object.hasOwn(outputAxes, operator) && inputs.slice(1).every(input => input.kind === 'initializer')
}

/** Float64 throughout: kernels keep their unrounded values, so several foldings still round only once, at the end. */
export function rescaleLinearNode(graph: Graph, node: GraphNode, { suffix, factor, shift }: Rescaling): void {
  const [input, kernel, bias] = node.inputs as [Operand, Initializer, Initializer | undefined]
  const axis = outputAxes[node.operator]
  const channels = kernel.shape[axis]
  const inner = kernel.shape.slice(axis + 1).reduce((product, size) => product * size, 1)
  const data = kernel.data.map((weight, i) => weight * factor(Math.floor(i / inner) % channels))
  node.inputs = [input, graph.addWeight(`${kernel.name}_${suffix}`, kernel.shape, data)]
  if (!bias && !shift) return
  const biasData = Float64Array.from({ length: channels }, (_, channel) =>
    (bias ? bias.data[channel] : 0) * factor(channel) + (shift ? shift(channel) : 0))
  const biasName = bias?.name ?? `${node.layer}/bias`
  node.inputs = [...node.inputs, graph.addWeight(`${biasName}_${suffix}`, [channels], biasData)]
}
