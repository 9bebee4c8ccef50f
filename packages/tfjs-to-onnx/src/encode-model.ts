// A valid graph comes in; the bytes of an ONNX file go out. No other file knows protobuf.
import { create, toBinary } from '@bufbuild/protobuf'
import type { Attribute } from './attribute'
import { physicalShape } from './channel-order'
import {
  AttributeProto_AttributeType, AttributeProtoSchema, GraphProtoSchema, ModelProtoSchema, NodeProtoSchema,
  TensorProto_DataType, TensorProtoSchema, TypeProtoSchema, ValueInfoProtoSchema,
} from './generated/onnx_pb'
import type { AttributeProto, NodeProto, TensorProto, ValueInfoProto } from './generated/onnx_pb'
import type { Graph } from './graph'
import type { DataType, GraphNode, Initializer, Value } from './value'
import { exporterName, exporterVersion } from './version'

const elementTypes: Readonly<Record<DataType, TensorProto_DataType>> = {
  float32: TensorProto_DataType.FLOAT,
  int64: TensorProto_DataType.INT64,
}

/** Intermediate representation that introduced each opset; the oldest is taken, as more runtimes read it. */
export function irVersionOf(opset: number): number {
  const irVersions: Readonly<Record<number, number>> = { 13: 7, 14: 7, 19: 9, 20: 9, 21: 10 }
  return irVersions[opset] ?? 8
}

/** Same graph, same bytes: no time, no random name, metadata sorted by key. */
export function encodeModel(graph: Graph, metadata: Readonly<Record<string, string>>): Uint8Array {
  const outputs = new Set(graph.outputs)
  const model = create(ModelProtoSchema, {
    irVersion: BigInt(irVersionOf(graph.opset)),
    opsetImport: [{ domain: '', version: BigInt(graph.opset) }],
    producerName: exporterName,
    producerVersion: exporterVersion,
    graph: create(GraphProtoSchema, {
      name: graph.name,
      input: graph.inputs.map(encodeValue),
      output: graph.outputs.map(encodeValue),
      node: graph.nodes.map(encodeNode),
      initializer: graph.initializers.map(encodeInitializer),
      valueInfo: graph.nodes.map(node => node.output).filter(value => !outputs.has(value)).map(encodeValue),
    }),
    metadataProps: Object.keys(metadata).sort().map(key => ({ key, value: metadata[key] })),
  })
  return toBinary(ModelProtoSchema, model)
}

function encodeValue(value: Value): ValueInfoProto {
  const dim = physicalShape(value).map(size => ({
    value: typeof size === 'number'
      ? { case: 'dimValue' as const, value: BigInt(size) }
      : { case: 'dimParam' as const, value: size },
  }))
  const type = create(TypeProtoSchema, {
    value: { case: 'tensorType', value: { elemType: elementTypes[value.dataType], shape: { dim } } },
  })
  return create(ValueInfoProtoSchema, { name: value.name, type })
}

function encodeNode({ name, operator, inputs, output, attributes }: GraphNode): NodeProto {
  return create(NodeProtoSchema, {
    name,
    opType: operator,
    input: inputs.map(input => input.name),
    output: [output.name],
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
  }
}

function encodeInitializer({ name, dataType, shape, data }: Initializer): TensorProto {
  return create(TensorProtoSchema, {
    name,
    dataType: elementTypes[dataType],
    dims: shape.map(BigInt),
    rawData: dataType === 'float32' ? float32Bytes(data) : int64Bytes(data),
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
