// Tensors that shall be bytes in, one by one; those that must be bytes with them, and which of them share a scale, out.
import type { Graph } from '../graph'
import type { GraphNode, Operand, Value } from '../value'

/** They only move numbers, or choose among them: what comes out has the range of what went in. */
const movers: ReadonlySet<string> = new Set([
  'MaxPool', 'GlobalMaxPool', 'Flatten', 'Reshape', 'Transpose', 'Squeeze', 'Unsqueeze', 'Slice', 'Pad', 'Tile', 'Concat',
  'Resize', 'Identity',
])

/** They have kernels for bytes in runtimes, with a scale of their own for the result. */
const byteOperators: ReadonlySet<string> = new Set(['Add', 'AveragePool', 'GlobalAveragePool'])

export class FollowedTensors {
  /** A forest: each tensor points to one it shares its scale with, or to itself. */
  readonly #parents = new Map<Value, Value>()
  readonly #moved = new Set<Value>()

  constructor(readonly graph: Graph) {}

  add(value: Value): void {
    if (this.#parents.has(value)) return
    this.#parents.set(value, value)
    const producer = this.#producerOf(value)
    if (producer !== undefined) this.#follow(producer, value)
  }

  /** Every tensor with the first of its group. */
  groups(): Map<Value, Value> {
    return new Map([...this.#parents.keys()].map(value => [value, this.#root(value)]))
  }

  /** Tensors whose numbers are not those of another one. */
  origins(): Value[] {
    return [...this.#parents.keys()].filter(value => !this.#moved.has(value))
  }

  /** Behind a Relu or Clip that is computed together with the node before it stands that node. */
  #producerOf(value: Value): GraphNode | undefined {
    const producer = this.graph.producer(value)
    if (producer?.operator !== 'Relu' && producer?.operator !== 'Clip') return producer
    const [input] = producer.inputs as [Value]
    return this.graph.consumers(input).length === 1 ? this.graph.producer(input) ?? producer : producer
  }

  #follow(producer: GraphNode, value: Value): void {
    const inputs = dataInputs(producer)
    if (inputs === undefined) return
    const isMoved = movers.has(producer.operator) && producer.output === value
    for (const input of inputs) {
      this.add(input)
      if (!isMoved) continue
      this.#moved.add(value)
      this.#parents.set(this.#root(value), this.#root(input))
    }
  }

  #root(value: Value): Value {
    const parent = this.#parents.get(value)
    return parent === undefined || parent === value ? value : this.#root(parent)
  }
}

/** Undefined where the node computes in float32, whatever lies around it. */
function dataInputs({ operator, inputs }: GraphNode): Value[] | undefined {
  if (movers.has(operator)) {
    const data = operator === 'Concat' ? inputs : inputs.slice(0, 1)
    return data.every(isFloatTensor) ? data as Value[] : undefined
  }
  return byteOperators.has(operator) && inputs.every(isFloatTensor) ? [...inputs] as Value[] : undefined
}

const isFloatTensor = (operand: Operand): boolean => operand.kind === 'value' && operand.dataType === 'float32'
