// The nodes of a graph in; who makes a value and who takes it out.
import type { OnnxNode, OnnxNodes } from '../model/onnx/list-nodes'

/** A Constant node, or what widens a small weight when the file is loaded. */
const ofWeights = ['Constant', 'Cast', 'DequantizeLinear', 'Transpose', 'Identity']

export class GraphView {
  readonly nodes: readonly OnnxNode[]
  readonly #weights: ReadonlySet<string>
  readonly #makers = new Map<string, OnnxNode>()
  readonly #takers = new Map<string, OnnxNode[]>()

  constructor({ nodes, weights }: OnnxNodes) {
    this.nodes = nodes
    this.#weights = weights
    for (const node of nodes) {
      for (const output of node.outputs) this.#makers.set(output, node)
      for (const input of node.inputs) this.#takers.set(input, [...this.takers(input), node])
    }
  }

  /** Undefined for inputs and weights. */
  maker(value: string): OnnxNode | undefined {
    return this.#makers.get(value)
  }

  takers(value: string): readonly OnnxNode[] {
    return this.#takers.get(value) ?? []
  }

  /** Whether a value does not depend on the picture. */
  isWeight(value: string): boolean {
    if (this.#weights.has(value)) return true
    const maker = this.maker(value)
    return (
      maker !== undefined && ofWeights.includes(maker.operator) && maker.inputs.every((input) => this.isWeight(input))
    )
  }
}
