// A value of one data type comes in; the same numbers in another, by a Cast where needed, go out.
import { int } from './attribute'
import { TensorProto_DataType } from './generated/onnx_pb'
import type { Graph } from './graph'
import type { DataType, Value } from './value'

export interface CastPlace {
  readonly graph: Graph
  readonly layer: string
}

/** The code of each type in ONNX, as a Cast names its target. */
export const tensorTypes: Readonly<Record<DataType, TensorProto_DataType>> = {
  float32: TensorProto_DataType.FLOAT,
  float16: TensorProto_DataType.FLOAT16,
  int8: TensorProto_DataType.INT8,
  uint8: TensorProto_DataType.UINT8,
  int32: TensorProto_DataType.INT32,
  int64: TensorProto_DataType.INT64,
  bool: TensorProto_DataType.BOOL,
}

/** Floats are cut towards zero when they become integers, in tfjs and in ONNX. */
export function castTo({ graph, layer }: CastPlace, value: Value, dataType: DataType): Value {
  if (value.dataType === dataType) return value
  const { shape, order } = value
  const attributes = { to: int(tensorTypes[dataType]) }
  return graph.addNode({ operator: 'Cast', layer, inputs: [value], shape, order, dataType, attributes })
}

export const toFloat = (place: CastPlace, value: Value): Value => castTo(place, value, 'float32')
