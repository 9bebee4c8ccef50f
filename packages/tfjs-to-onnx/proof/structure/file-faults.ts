// The bytes of an ONNX file come in; every rule of structure that the file breaks goes out, read from the bytes alone.
import { fromBinary } from '@bufbuild/protobuf'
import type { Attribute } from '../../src/attribute'
import { isConversionError } from '../../src/conversion-error'
import { AttributeProto_AttributeType, ModelProtoSchema, TensorProto_DataType } from '../../src/generated/onnx_pb'
import type { AttributeProto, GraphProto, NodeProto, TensorProto, ValueInfoProto } from '../../src/generated/onnx_pb'
import { inferShapes } from '../../src/infer-shape'
import { validateGraph } from '../../src/validate-graph'
import { absent, unknownSize } from '../../src/value'
import type { DataType, Dimension, GraphNode, Initializer, Operand, Value } from '../../src/value'

export function fileFaults(bytes: Uint8Array): string[] {
  const model = fromBinary(ModelProtoSchema, bytes)
  const opset = model.opsetImport.find(({ domain }) => domain === '')
  const faults = [
    ...(model.irVersion > 0n ? [] : ['ir_version is missing']),
    ...(opset && opset.version > 0n ? [] : ['no opset is imported for the default domain']),
  ]
  return model.graph ? [...faults, ...graphFaults(model.graph)] : [...faults, 'there is no graph']
}

function graphFaults(graph: GraphProto): string[] {
  try {
    validateGraph(new FileGraph(graph))
    return []
  } catch (error) {
    if (isConversionError(error)) return [error.message]
    throw error
  }
}

const dataTypes: Readonly<Partial<Record<TensorProto_DataType, { readonly name: DataType, readonly size: number }>>> = {
  [TensorProto_DataType.FLOAT]: { name: 'float32', size: 4 },
  [TensorProto_DataType.FLOAT16]: { name: 'float16', size: 2 },
  [TensorProto_DataType.INT8]: { name: 'int8', size: 1 },
  [TensorProto_DataType.UINT8]: { name: 'uint8', size: 1 },
  [TensorProto_DataType.INT32]: { name: 'int32', size: 4 },
  [TensorProto_DataType.INT64]: { name: 'int64', size: 8 },
  [TensorProto_DataType.BOOL]: { name: 'bool', size: 1 },
}

/** The graph of a file in the form the exporter's own validator takes; sizes lie as they are in the file. */
class FileGraph {
  readonly inputs: Value[]
  readonly outputs: Value[]
  readonly nodes: GraphNode[]
  readonly initializers: Initializer[]
  readonly #values = new Map<string, Value>()

  constructor(graph: GraphProto) {
    for (const info of [...graph.input, ...graph.output, ...graph.valueInfo]) this.#values.set(info.name, readValue(info))
    this.initializers = graph.initializer.map(readInitializer)
    this.inputs = graph.input.map(({ name }) => this.#value(name))
    this.outputs = graph.output.map(({ name }) => this.#value(name))
    this.nodes = graph.node.map(node => this.#readNode(node))
  }

  #value(name: string): Value {
    const known = this.#values.get(name)
    if (known) return known
    throw new Error(`The file declares no shape for "${name}".`)
  }

  #readNode({ name, opType, input, output, attribute }: NodeProto): GraphNode {
    const constants = new Map<string, Operand>(this.initializers.map(initializer => [initializer.name, initializer]))
    const [first, ...furtherOutputs] = output.map((each, i) => each === '' ? unread(`${name} output ${i}`) : this.#value(each))
    const node: GraphNode = {
      name,
      operator: opType,
      layer: name,
      inputs: input.map(each => each === '' ? absent : constants.get(each) ?? this.#value(each)),
      output: first,
      furtherOutputs,
      attributes: Object.fromEntries(attribute.map(each => [each.name, readAttribute(each)])),
    }
    return output.includes('') ? withInferredShapes(node) : node
  }
}

// An output that nobody reads has neither name nor declared shape in the file.
function withInferredShapes(node: GraphNode): GraphNode {
  const shapes = inferShapes(node)
  const [output, ...furtherOutputs] = [node.output, ...node.furtherOutputs ?? []].map((value, i) =>
    value.shape.length === 0 ? { ...value, shape: shapes[i] } : value)
  return { ...node, output, furtherOutputs }
}

const unread = (name: string): Value => ({ kind: 'value', name, dataType: 'float32', shape: [], order: 'logical' })

function readValue({ name, type }: ValueInfoProto): Value {
  if (type?.value.case !== 'tensorType') throw new Error(`"${name}" is no tensor.`)
  const { elemType, shape } = type.value.value
  const sizes = (shape?.dim ?? []).map(({ value }): Dimension => {
    if (value.case === 'dimValue') return Number(value.value)
    return value.case === 'dimParam' ? value.value : unknownSize
  })
  const dataType = dataTypes[elemType as TensorProto_DataType]?.name ?? 'float32'
  return { kind: 'value', name, dataType, shape: sizes, order: 'logical' }
}

function readInitializer({ name, dims, dataType, rawData }: TensorProto): Initializer {
  const type = dataTypes[dataType as TensorProto_DataType]
  if (!type) throw new Error(`"${name}" has the unknown data type ${dataType}.`)
  const data = new Float64Array(Math.floor(rawData.length / type.size))
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength)
  for (let i = 0; i < data.length; i += 1) data[i] = readNumber(view, i * type.size, type.name)
  return { kind: 'initializer', name, dataType: type.name, shape: dims.map(Number), data, role: 'weight' }
}

// Only finiteness matters of the small types.
function readNumber(view: DataView, offset: number, type: DataType): number {
  if (type === 'float32') return view.getFloat32(offset, true)
  if (type === 'int32') return view.getInt32(offset, true)
  return type === 'int64' ? Number(view.getBigInt64(offset, true)) : view.getUint8(offset)
}

function readAttribute({ type, i, ints, f, s, strings }: AttributeProto): Attribute {
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
  switch (type) {
    case AttributeProto_AttributeType.INT: return { type: 'int', value: Number(i) }
    case AttributeProto_AttributeType.INTS: return { type: 'ints', values: ints.map(Number) }
    case AttributeProto_AttributeType.FLOAT: return { type: 'float', value: f }
    case AttributeProto_AttributeType.STRING: return { type: 'text', value: text(s) }
    case AttributeProto_AttributeType.STRINGS: return { type: 'texts', values: strings.map(text) }
    default: throw new Error(`Attribute type ${type} is not one the exporter writes.`)
  }
}
