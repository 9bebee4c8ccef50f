// Nodes and constants come in one by one; an ONNX graph in memory with unique names and no constant twice goes out.
import type { Attributes } from './attribute'
import { InitializerStore } from './initializer-store'
import { outputsOf } from './value'
import type { ChannelOrder, DataType, GraphNode, Initializer, Operand, Shape, Value } from './value'

export interface NewNode {
  readonly operator: string
  /** Layer that asks for the node; the node is named `<layer>/<operator>`. */
  readonly layer: string
  readonly inputs: readonly Operand[]
  readonly shape: Shape
  /** Default: the type of the first input. */
  readonly dataType?: DataType
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

  addInput(name: string, dataType: DataType, shape: Shape, order: ChannelOrder = 'logical'): Value {
    const input: Value = { kind: 'value', name: this.uniqueName(name), dataType, shape, order }
    this.inputs.push(input)
    return input
  }

  addNode(node: NewNode): Value {
    return this.addNodeWithOutputs(node, [])[0]
  }

  /** @returns one value per output of the operator; outputs nobody reads are left out when the graph is written. */
  addNodeWithOutputs(node: NewNode, furtherShapes: readonly Shape[]): Value[] {
    const { operator, layer, inputs, attributes = {} } = node
    const name = this.uniqueName(`${layer}/${operator}`)
    const output = this.#outputOf(node, name, node.shape)
    const further = furtherShapes.map(shape => this.#outputOf(node, this.uniqueName(`${name}_state`), shape))
    const furtherOutputs = further.length > 0 ? further : undefined
    this.nodes.push({ name, operator, inputs, output, furtherOutputs, attributes, layer })
    return [output, ...further]
  }

  #outputOf({ inputs: [first], dataType, order = 'logical' }: NewNode, name: string, shape: Shape): Value {
    const inherited = first === undefined || first.kind === 'absent' ? 'float32' : first.dataType
    return { kind: 'value', name, dataType: dataType ?? inherited, shape, order }
  }

  /** A learned tensor; equal tensors (a shared layer) become one initializer. */
  addWeight(
    name: string,
    shape: readonly number[],
    data: Float64Array,
    dataType: DataType = 'float32',
  ): Initializer {
    return this.#store.add({ kind: 'initializer', name, dataType, shape, data, role: 'weight' }, this)
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
    return this.nodes.find(node => outputsOf(node).includes(value))
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
      if (!outputsOf(node).some(output => needed.has(output))) return false
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
    const values = [...this.inputs, ...this.nodes.flatMap(outputsOf)]
    const holder = values.find(other => other !== value && other.name === name)
    this.#names.add(name)
    if (holder) holder.name = this.uniqueName(name)
    value.name = name
  }
}
