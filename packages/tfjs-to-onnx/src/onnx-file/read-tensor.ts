// A constant of an ONNX file in; its shape, type and numbers in float64 out.
import { getFloat16 } from '@petamoriken/float16'
import { ConversionError } from '../conversion-error'
import { TensorProto_DataLocation } from '../generated/onnx_pb'
import type { TensorProto } from '../generated/onnx_pb'
import type { DataType } from '../value'
import { tensorType } from './tensor-types'

export interface ReadTensor {
  readonly dataType: DataType
  readonly shape: readonly number[]
  readonly data: Float64Array
}

type ReadNumber = (view: DataView, place: number) => number

/** Little-endian by specification. */
const readers: Readonly<Record<DataType, ReadNumber>> = {
  float32: (view, place) => view.getFloat32(place, true),
  float16: (view, place) => getFloat16(view, place, true),
  int8: (view, place) => view.getInt8(place),
  uint8: (view, place) => view.getUint8(place),
  int32: (view, place) => view.getInt32(place, true),
  int64: (view, place) => Number(view.getBigInt64(place, true)),
  bool: (view, place) => view.getUint8(place),
}

export const shapeOf = ({ dims }: TensorProto): number[] => dims.map(Number)
export const sizeOf = (tensor: TensorProto): number => shapeOf(tensor).reduce((product, length) => product * length, 1)

/** @throws ConversionError 'file-damaged' where numbers are missing, 'file-invalid' for types that are not written here. */
export function readTensor(tensor: TensorProto, file: string): ReadTensor {
  const { name, bits } = tensorType(tensor.dataType)
  if (!isReadable(name)) throw refuse(file, tensor, `is of type ${name}, which this package does not write`)
  if (tensor.dataLocation === TensorProto_DataLocation.EXTERNAL) {
    throw refuse(file, tensor, 'lies in another file. Save the model as one file')
  }
  const data = readNumbers(tensor, readers[name], bits / 8)
  if (data.length !== sizeOf(tensor)) throw damaged(file, tensor, `${data.length} numbers, not ${sizeOf(tensor)}`)
  return { dataType: name, shape: shapeOf(tensor), data }
}

/** Whatever its type. @throws ConversionError 'file-damaged' where its bytes are not as many as its shape asks for. */
export function assertWhole(tensor: TensorProto, file: string): void {
  const { rawData, dataLocation, dataType } = tensor
  const expected = Math.ceil(sizeOf(tensor) * tensorType(dataType).bits / 8)
  if (rawData.length === 0 || dataLocation === TensorProto_DataLocation.EXTERNAL) return
  if (rawData.length !== expected) throw damaged(file, tensor, `${rawData.length} bytes, not ${expected}`)
}

function damaged(file: string, { name }: TensorProto, difference: string): ConversionError {
  const message = `"${file}" is damaged: its constant "${name}" holds ${difference}. Export or copy the file again.`
  return new ConversionError('file-damaged', message, { key: file })
}

const isReadable = (name: string): name is DataType => Object.hasOwn(readers, name)

function readNumbers(tensor: TensorProto, read: ReadNumber, bytes: number): Float64Array {
  const { rawData, floatData, int32Data, int64Data } = tensor
  if (rawData.length === 0) {
    const listed = [floatData, int32Data, int64Data.map(Number)].find(({ length }) => length > 0) ?? []
    return Float64Array.from(listed)
  }
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength)
  return Float64Array.from({ length: Math.floor(rawData.length / bytes) }, (_, index) => read(view, index * bytes))
}

function refuse(file: string, { name }: TensorProto, reason: string): ConversionError {
  return new ConversionError('file-invalid', `Cannot use "${file}": its constant "${name}" ${reason}.`, { key: file })
}
