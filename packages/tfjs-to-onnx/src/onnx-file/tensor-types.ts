// The number by which ONNX calls the type of a tensor in; its name and the bits of one value out.
import { TensorProto_DataType as Type } from '../generated/onnx_pb'

export interface TensorType {
  readonly name: string
  /** 0 for text, which has no fixed length. */
  readonly bits: number
}

const bitsOf: Readonly<Record<string, number>> = {
  FLOAT: 32, UINT8: 8, INT8: 8, UINT16: 16, INT16: 16, INT32: 32, INT64: 64, BOOL: 8, FLOAT16: 16, DOUBLE: 64,
  UINT32: 32, UINT64: 64, COMPLEX64: 64, COMPLEX128: 128, BFLOAT16: 16, FLOAT8E4M3FN: 8, FLOAT8E4M3FNUZ: 8,
  FLOAT8E5M2: 8, FLOAT8E5M2FNUZ: 8, UINT4: 4, INT4: 4, FLOAT4E2M1: 4, FLOAT8E8M0: 8, UINT2: 2, INT2: 2,
  FLOAT6E2M3: 6, FLOAT6E3M2: 6,
}

/** As tfjs and numpy call them, where they do. */
const otherNames: Readonly<Record<string, string>> = { FLOAT: 'float32', DOUBLE: 'float64' }

export function tensorType(code: number): TensorType {
  const name = Type[code] as string | undefined
  if (name === undefined) return { name: `unknown (${code})`, bits: 0 }
  return { name: otherNames[name] ?? name.toLowerCase(), bits: bitsOf[name] ?? 0 }
}
