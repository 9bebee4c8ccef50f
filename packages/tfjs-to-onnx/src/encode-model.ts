// A valid graph comes in; the bytes of an ONNX file go out. No other file writes protobuf.
import { create, toBinary } from '@bufbuild/protobuf'
import type { Attribute } from './attribute'
import { tensorTypes } from './cast-node'
import { physicalShape } from './channel-order'
import {
  AttributeProto_AttributeType, AttributeProtoSchema, GraphProtoSchema, ModelProtoSchema, NodeProtoSchema,
  TensorProtoSchema, TypeProtoSchema, ValueInfoProtoSchema,
} from './generated/onnx_pb'
import type { AttributeProto, NodeProto, TensorProto, ValueInfoProto } from './generated/onnx_pb'
import type { Graph } from './graph'
import { innerNames } from './inner-names'
import type { NamingStyle } from './inner-names'
import { outputsOf, unknownSize } from './value'
import type { DataType, GraphNode, Initializer, Operand, Value } from './value'
import { exporterName, exporterVersion } from './version'
import { float16Bytes } from './weights/float16'

/** Intermediate representation that introduced each opset; the oldest is taken, as more runtimes read it. */
export function irVersionOf(opset: number): number {
  const irVersions: Readonly<Record<number, number>> = { 13: 7, 14: 7, 19: 9, 20: 9, 21: 10 }
  return irVersions[opset] ?? 8
}

/** Same graph, same bytes: no time, no random name, metadata sorted by key. */
export function encodeModel(
  graph: Graph,
  metadata: Readonly<Record<string, string>>,
  naming: NamingStyle = 'layers',
): Uint8Array {
  const nameOf = innerNames(graph, naming)
  const outputs = new Set(graph.outputs)
  const read = new Set<Operand>([...graph.nodes.flatMap(node => node.inputs), ...outputs])
  const inner = graph.nodes.flatMap(node => writtenOutputs(node, read)).filter(value => !outputs.has(value))
  const model = create(ModelProtoSchema, {
    irVersion: BigInt(irVersionOf(graph.opset)),
    opsetImport: [{ domain: '', version: BigInt(graph.opset) }],
    producerName: exporterName,
    producerVersion: exporterVersion,
    graph: create(GraphProtoSchema, {
      name: graph.name,
      input: graph.inputs.map(encodeValue),
      output: graph.outputs.map(encodeValue),
      node: graph.nodes.map(node => encodeNode(node, read, nameOf, naming === 'layers' ? node.name : '')),
      initializer: graph.initializers.map(tensor => encodeInitializer(tensor, nameOf(tensor))),
      // Runtimes infer the shapes of inner tensors; the list is for people who read the file.
      valueInfo: naming === 'layers' ? inner.map(encodeValue) : [],
    }),
    metadataProps: Object.keys(metadata).sort().map(key => ({ key, value: metadata[key] })),
  })
  return toBinary(ModelProtoSchema, model)
}

function encodeValue(value: Value): ValueInfoProto {
  const dim = physicalShape(value).map((size) => {
    if (size === unknownSize) return {}
    return {
      value: typeof size === 'number'
        ? { case: 'dimValue' as const, value: BigInt(size) }
        : { case: 'dimParam' as const, value: size },
    }
  })
  const type = create(TypeProtoSchema, {
    value: { case: 'tensorType', value: { elemType: tensorTypes[value.dataType], shape: { dim } } },
  })
  return create(ValueInfoProtoSchema, { name: value.name, type })
}

// The outputs behind the last one that is read are left out. One in front of it keeps its name: ONNX Runtime fails on
// two equal nodes, as a layer called twice on one value gives them, where one of them has a gap.
function writtenOutputs(node: GraphNode, read: ReadonlySet<Operand>): readonly Value[] {
  const outputs = outputsOf(node)
  return outputs.slice(0, outputs.map(output => read.has(output)).lastIndexOf(true) + 1)
}

function encodeNode(
  node: GraphNode,
  read: ReadonlySet<Operand>,
  nameOf: (operand: Operand) => string,
  name: string,
): NodeProto {
  const { operator, inputs, attributes } = node
  return create(NodeProtoSchema, {
    name,
    opType: operator,
    input: inputs.map(nameOf),
    output: writtenOutputs(node, read).map(nameOf),
    attribute: Object.keys(attributes).sort().map(key => encodeAttribute(key, attributes[key])),
  })
}

function encodeAttribute(name: string, attribute: Attribute): AttributeProto {
  const type = AttributeProto_AttributeType
  switch (attribute.type) {
    case 'int':
      return create(AttributeProtoSchema, { name, type: type.INT, i: BigInt(attribute.value) })
    case 'ints':
      return create(AttributeProtoSchema, { name, type: type.INTS, ints: attribute.values.map(BigInt) })
    case 'float':
      return create(AttributeProtoSchema, { name, type: type.FLOAT, f: attribute.value })
    case 'text':
      return create(AttributeProtoSchema, { name, type: type.STRING, s: utf8(attribute.value) })
    case 'texts':
      return create(AttributeProtoSchema, { name, type: type.STRINGS, strings: attribute.values.map(utf8) })
  }
}

const utf8 = (characters: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(characters))

function encodeInitializer({ dataType, shape, data }: Initializer, name: string): TensorProto {
  return create(TensorProtoSchema, {
    name,
    dataType: tensorTypes[dataType],
    dims: shape.map(BigInt),
    rawData: rawBytes[dataType](data),
  })
}

// Little-endian by specification, whatever the machine; float64 is rounded to float32 here and nowhere else.
function float32Bytes(data: Float64Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(data.length * 4))
  data.forEach((number, i) => view.setFloat32(i * 4, number, true))
  return new Uint8Array(view.buffer)
}

function int64Bytes(data: Float64Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(data.length * 8))
  data.forEach((number, i) => view.setBigInt64(i * 8, BigInt(number), true))
  return new Uint8Array(view.buffer)
}

function int32Bytes(data: Float64Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(data.length * 4))
  data.forEach((number, i) => view.setInt32(i * 4, number, true))
  return new Uint8Array(view.buffer)
}

const rawBytes: Readonly<Record<DataType, (data: Float64Array) => Uint8Array<ArrayBuffer>>> = {
  float32: float32Bytes,
  float16: float16Bytes,
  int8: data => new Uint8Array(Int8Array.from(data).buffer),
  uint8: data => Uint8Array.from(data),
  int32: int32Bytes,
  int64: int64Bytes,
  bool: data => Uint8Array.from(data),
}
