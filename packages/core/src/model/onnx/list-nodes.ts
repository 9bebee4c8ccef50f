// The bytes of an ONNX file in; the nodes of its graph, in their order, and the names of its weights out.
import { Message } from './message'
import type { ByteRange } from './read-protobuf'

export interface OnnxNode {
  readonly operator: string
  /** Empty names stand for inputs that are left out. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** Its attributes that are whole numbers. */
  readonly integers: Readonly<Record<string, number>>
}

export interface OnnxNodes {
  readonly nodes: readonly OnnxNode[]
  /** Values that the file holds. */
  readonly weights: ReadonlySet<string>
}

/** Reads a file that `checkOnnx` has passed. */
export function listNodes(bytes: Uint8Array, graphRange: ByteRange): OnnxNodes {
  const graph = new Message(bytes, graphRange, 'a graph')
  return {
    nodes: graph.parts(1).map((part) => readNode(new Message(bytes, part, 'a node'))),
    weights: new Set(graph.parts(5).map((part) => new Message(bytes, part, 'a tensor').text(8))),
  }
}

function readNode(node: Message): OnnxNode {
  const attributes = node.parts(5).map((part) => new Message(node.bytes, part, 'an attribute'))
  const integers = attributes.filter((attribute) => attribute.has(3))
  return {
    operator: node.text(4),
    inputs: node.texts(1),
    outputs: node.texts(2),
    integers: Object.fromEntries(integers.map((attribute) => [attribute.text(1), attribute.integer(3)])),
  }
}
