// A decoded model in; its nodes with the shapes of all that they read and give, as far as they are known, out.
import type { GraphProto, NodeProto } from '../generated/onnx_pb'
import { inferShapes } from '../infer-shape'
import { readAttributes } from '../onnx-file/read-attributes'
import { readTensor, shapeOf, sizeOf } from '../onnx-file/read-tensor'
import { readValue } from '../onnx-file/read-value'
import { tensorType } from '../onnx-file/tensor-types'
import { shapeRules } from '../shape-rules'
import { absent } from '../value'
import type { DataType, GraphNode, Operand, Shape, Value } from '../value'

export interface KnownNode {
  readonly node: GraphNode
  /** False where the shape of an input or of an output is not known. */
  readonly hasShapes: boolean
}

interface Known {
  readonly dataType: string
  readonly shape?: Shape
  readonly data?: Float64Array
}

/** Larger constants are no shapes, pads or axes; nothing depends on their numbers. */
const longestList = 64

export function knownNodes(graph: GraphProto): KnownNode[] {
  const known = knownTensors(graph)
  return graph.node.map((source) => {
    const bare = nodeOf(source, known)
    const areInputsKnown = source.input.every(name => name === '' || known.get(name)?.shape !== undefined)
    const shapes = areInputsKnown ? inferred(bare) : []
    const dataType = known.get(source.input[0])?.dataType ?? 'unknown'
    source.output.forEach((name, index) => {
      const { dataType: declaredType = dataType, shape = shapes[index] } = known.get(name) ?? {}
      known.set(name, { dataType: declaredType, shape })
    })
    const hasShapes = areInputsKnown && source.output.every(name => known.get(name)?.shape !== undefined)
    return { node: nodeOf(source, known), hasShapes }
  })
}

function nodeOf(source: NodeProto, known: ReadonlyMap<string, Known>): GraphNode {
  const [output, ...further] = source.output.map(name => valueOf(name, known.get(name)))
  return {
    name: source.name || source.output[0],
    operator: source.opType,
    inputs: source.input.map(name => operandOf(name, known.get(name))),
    output,
    furtherOutputs: further.length > 0 ? further : undefined,
    attributes: readAttributes(source).attributes,
    layer: '',
  }
}

function knownTensors(graph: GraphProto): Map<string, Known> {
  const values = [...graph.input, ...graph.valueInfo, ...graph.output].map(readValue)
  const known = new Map<string, Known>(values.map(({ name, dataType, shape }) => [name, { dataType, shape }]))
  for (const tensor of graph.initializer) {
    const isList = tensorType(tensor.dataType).name === 'int64' && sizeOf(tensor) <= longestList
    const data = isList ? readTensor(tensor, graph.name).data : undefined
    known.set(tensor.name, { dataType: tensorType(tensor.dataType).name, shape: shapeOf(tensor), data })
  }
  return known
}

/** The shapes that lie in memory; a rule that needs more than is known gives none. */
function inferred(node: GraphNode): readonly Shape[] {
  if (!Object.hasOwn(shapeRules, node.operator)) return []
  try {
    return inferShapes(node)
  } catch {
    return []
  }
}

function operandOf(name: string, known: Known | undefined): Operand {
  if (name === '') return absent
  if (known?.data === undefined) return valueOf(name, known)
  const { dataType, shape = [], data } = known
  return { kind: 'initializer', name, dataType: dataType as DataType, shape: shape.map(Number), data, role: 'constant' }
}

// The type of a file's tensor may be none that this package writes; nothing here depends on it but the placement.
function valueOf(name: string, known: Known | undefined): Value {
  const { dataType = 'unknown', shape = [] } = known ?? {}
  return { kind: 'value', name, dataType: dataType as DataType, shape, order: 'logical' }
}
