// Nodes and constants come in one by one; an ONNX graph in memory with unique names and no constant twice goes out.
import type { Attributes } from './attribute'
import { InitializerStore } from './initializer-store'
import type { ChannelOrder, DataType, GraphNode, Initializer, Operand, Shape, Value } from './value'

export interface NewNode {
  readonly operator: string
  /** Layer that asks for the node; the node is named `<layer>/<operator>`. */
  readonly layer: string
  readonly inputs: readonly Operand[]
  readonly shape: Shape
  readonly order?: ChannelOrder
  readonly attributes?: Attributes
}

export class Graph {
  readonly inputs: Value[] = []
  readonly outputs: Value[] = []
  nodes: GraphNode[] = []
  readonly #store = new InitializerStore()
  readonly #names = new Set<string>()

  constructor(readonly name: string, readonly opset: number) {}

  get initializers(): readonly Initializer[] {
    return this.#store.all
  }

  addInput(name: string, dataType: DataType, shape: Shape): Value {
    const input: Value = { kind: 'value', name: this.uniqueName(name), dataType, shape, order: 'logical' }
    this.inputs.push(input)
    return input
  }

  addNode({ operator, layer, inputs, shape, order = 'logical', attributes = {} }: NewNode): Value {
    const name = this.uniqueName(`${layer}/${operator}`)
    const output: Value = { kind: 'value', name, dataType: 'float32', shape, order }
    this.nodes.push({ name, operator, inputs, output, attributes, layer })
    return output
  }

  /** A learned tensor; equal tensors (a shared layer) become one initializer. */
  addWeight(name: string, shape: readonly number[], data: Float64Array): Initializer {
    return this.#store.add({ kind: 'initializer', name, dataType: 'float32', shape, data, role: 'weight' }, this)
  }

  /** A number or a short list the exporter itself needs; a scalar where no shape is given. */
  addConstant(name: string, dataType: DataType, values: readonly number[], shape: readonly number[] = []): Initializer {
    const data = Float64Array.from(values)
    return this.#store.add({ kind: 'initializer', name, dataType, shape, data, role: 'constant' }, this)
  }

  /** False for a value whose node was removed. */
  contains(value: Value): boolean {
    return this.inputs.includes(value) || this.producer(value) !== undefined
  }

  producer(value: Value): GraphNode | undefined {
    return this.nodes.find(node => node.output === value)
  }

  consumers(operand: Operand): GraphNode[] {
    return this.nodes.filter(node => node.inputs.includes(operand))
  }

  removeNode(removed: GraphNode): void {
    this.nodes = this.nodes.filter(node => node !== removed)
  }

  /** Keeps only what the given values need. Nodes are in topological order, so one walk from the end suffices. */
  keepOnly(roots: Iterable<Value>): void {
    const needed = new Set<Operand>(roots)
    const kept = [...this.nodes].reverse().filter((node) => {
      if (!needed.has(node.output)) return false
      node.inputs.forEach(input => needed.add(input))
      return true
    })
    this.nodes = kept.reverse()
    this.#store.keepOnly(needed)
  }

  uniqueName(wanted: string): string {
    let name = wanted
    for (let count = 1; this.#names.has(name); count++) name = `${wanted}_${count}`
    this.#names.add(name)
    return name
  }

  /** Gives a value a name the caller chose; whoever held that name before gets another. */
  rename(value: Value, name: string): void {
    const values = [...this.inputs, ...this.nodes.map(node => node.output)]
    const holder = values.find(other => other !== value && other.name === name)
    this.#names.add(name)
    if (holder) holder.name = this.uniqueName(name)
    value.name = name
  }
}
