// The bytes of an ONNX file in; its versions, inputs, outputs and the sizes of its weights out. Nothing is run.
import { Message } from './message'
import type { ExternalTensor, OnnxFacts, OnnxValue } from './onnx-facts'
import { DamagedMessage } from './read-protobuf'
import type { ByteRange } from './read-protobuf'
import { readTensor } from './read-tensor'
import { readValue } from './read-value'

/** Graphs within nodes within graphs: protobuf readers give up at about 30. */
const deepest = 16

/**
 * Reads a ModelProto (onnx.proto, IR version 3 to 13) as far as it must be known before onnxruntime gets it.
 * @throws DamagedMessage where it is none, or where its tensors do not fit their shapes.
 */
export function readOnnx(bytes: Uint8Array): OnnxFacts {
  const model = new Message(bytes, { start: 0, end: bytes.length }, 'the model')
  const graph = model.part(7)
  if (!graph) throw new DamagedMessage('it has no graph')
  for (const part of model.parts(25)) readNodes(new Message(bytes, part, 'a function'), 7, 1)
  const { inputs, outputs, initializers, nodes } = readGraph(bytes, graph, 0)
  const external = initializers.map((tensor) => tensor.external).filter((tensor) => tensor !== undefined)
  return {
    irVersion: model.integer(1),
    opset: readOpset(model),
    inputs,
    outputs,
    parameters: initializers.reduce((total, { elements }) => total + elements, 0),
    nodes,
    external,
    graph,
  }
}

function readOpset(model: Message): number {
  const imports = model.parts(8).map((part) => new Message(model.bytes, part, 'an opset import'))
  const standard = imports.filter((entry) => ['', 'ai.onnx'].includes(entry.text(1)))
  return standard.length === 0 ? 0 : standard[standard.length - 1].integer(2)
}

interface Graph {
  readonly inputs: readonly OnnxValue[]
  readonly outputs: readonly OnnxValue[]
  readonly initializers: readonly { readonly elements: number; readonly external?: ExternalTensor }[]
  readonly nodes: number
}

function readGraph(bytes: Uint8Array, range: ByteRange, depth: number): Graph {
  if (depth > deepest) throw new DamagedMessage(`its graphs lie more than ${deepest} deep in each other`)
  const graph = new Message(bytes, range, 'a graph')
  const initializers = graph.parts(5).map((part) => readTensor(bytes, part))
  const sparse = graph.parts(15).map((part) => readSparse(bytes, part))
  const operators = readNodes(graph, 1, depth)
  const given = new Set([...initializers, ...sparse].map(({ name }) => name))
  return {
    inputs: graph
      .parts(11)
      .map((part) => readValue(bytes, part))
      .filter(({ name }) => !given.has(name)),
    outputs: graph
      .parts(12)
      .map((part) => readValue(bytes, part))
      .map((value) => ({ ...value, ...operatorOf(operators, value.name) })),
    initializers: depth === 0 ? initializers : initializers.map(withinFile),
    nodes: graph.parts(1).length,
  }
}

function operatorOf(operators: ReadonlyMap<string, string>, name: string): { operator?: string } {
  const operator = operators.get(name)
  return operator === undefined ? {} : { operator }
}

/** The operator of each value that a node makes. */
function readNodes(owner: Message, field: number, depth: number): ReadonlyMap<string, string> {
  const operators = new Map<string, string>()
  for (const part of owner.parts(field)) {
    const node = new Message(owner.bytes, part, 'a node')
    const operator = node.text(4)
    if (operator === '') throw new DamagedMessage(`the node "${node.text(3)}" has no operator`)
    node.texts(1)
    for (const name of node.texts(2)) operators.set(name, operator)
    for (const attribute of node.parts(5)) readAttribute(owner.bytes, attribute, depth)
  }
  return operators
}

function readAttribute(bytes: Uint8Array, range: ByteRange, depth: number): void {
  const attribute = new Message(bytes, range, 'an attribute')
  attribute.text(1)
  for (const field of [5, 10]) for (const part of attribute.parts(field)) withinFile(readTensor(bytes, part))
  for (const field of [22, 23]) for (const part of attribute.parts(field)) readSparse(bytes, part)
  for (const field of [6, 11]) for (const part of attribute.parts(field)) readGraph(bytes, part, depth + 1)
}

function readSparse(bytes: Uint8Array, range: ByteRange): { readonly name: string } {
  const sparse = new Message(bytes, range, 'a sparse tensor')
  const [values] = [1, 2].map((field) => {
    const part = sparse.part(field)
    if (!part) throw new DamagedMessage('a sparse tensor has no values or no places')
    return withinFile(readTensor(bytes, part))
  })
  return values
}

// Only weights of the graph itself are read from other files here; nobody writes others.
function withinFile<Tensor extends { readonly external?: ExternalTensor }>(tensor: Tensor): Tensor {
  if (!tensor.external) return tensor
  throw new DamagedMessage(
    `the tensor "${tensor.external.name}" within a node lies in the file "${tensor.external.location}"`,
  )
}
