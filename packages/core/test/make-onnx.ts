// Names, types and shapes in; the bytes of an ONNX file with such a graph, encoded by a library of others, out.
import { create, toBinary } from '@bufbuild/protobuf'
import type { MessageInitShape } from '@bufbuild/protobuf'
import * as onnx from '../../tfjs-to-onnx/src/generated/onnx_pb'

/** What is still to be made a message, without those that are one. */
type Init<Shape> = Exclude<Shape, { readonly $typeName: string }>

export type Model = Init<MessageInitShape<typeof onnx.ModelProtoSchema>>
export type Graph = Init<MessageInitShape<typeof onnx.GraphProtoSchema>>
export type Node = Init<MessageInitShape<typeof onnx.NodeProtoSchema>>
export type TensorInit = Init<MessageInitShape<typeof onnx.TensorProtoSchema>>
export type ValueInfo = Init<MessageInitShape<typeof onnx.ValueInfoProtoSchema>>

export const { FLOAT, FLOAT16, UINT8, INT64, STRING, INT4 } = onnx.TensorProto_DataType
export type ElementType = onnx.TensorProto_DataType
export const AttributeType = onnx.AttributeProto_AttributeType
export const external = onnx.TensorProto_DataLocation.EXTERNAL

type Size = number | string

export function valueInfo(name: string, sizes: readonly Size[] | null, elemType = FLOAT): ValueInfo {
  const dim = sizes?.map((size) => ({
    value:
      typeof size === 'string'
        ? { case: 'dimParam' as const, value: size }
        : { case: 'dimValue' as const, value: BigInt(size) },
  }))
  return { name, type: { value: { case: 'tensorType', value: { elemType, ...(dim && { shape: { dim } }) } } } }
}

export function node(opType: string, input: string[], output: string[], attribute: Node['attribute'] = []): Node {
  return { opType, input, output, attribute }
}

export function floats(name: string, values: readonly number[], dims = [values.length]): TensorInit {
  const rawData = new Uint8Array(Float32Array.from(values).buffer)
  return { name, dataType: FLOAT, dims: dims.map(BigInt), rawData }
}

export const sampleGraph: Graph = {
  name: 'sample',
  input: [valueInfo('image', ['N', 28, 28, 1])],
  output: [valueInfo('logits', ['N', 4]), valueInfo('probabilities', ['N', 4]), valueInfo('embedding', ['N', 2])],
  node: [
    node('MatMul', ['image', 'weight'], ['logits']),
    node('Softmax', ['logits'], ['probabilities']),
    node('Identity', ['image'], ['embedding']),
  ],
  initializer: [floats('weight', [1, 2, 3, 4], [1, 4])],
}

export function makeOnnx(graph: Graph = sampleGraph, model: Model = {}): Uint8Array {
  const opsetImport = [{ domain: '', version: 17n }]
  return toBinary(onnx.ModelProtoSchema, create(onnx.ModelProtoSchema, { irVersion: 8n, opsetImport, graph, ...model }))
}
