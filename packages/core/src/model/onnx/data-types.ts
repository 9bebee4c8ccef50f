// The numbers by which ONNX calls the types of its tensors in; their names and the bits of one value out.

export interface DataType {
  /** As numpy calls it. */
  readonly name: string
  /** Bits of one value; null for text, which has no fixed length. */
  readonly bits: number | null
  /** The field of a TensorProto that holds the values where raw_data does not, and its bytes (null: varints). */
  readonly field: number
  readonly fieldBytes: 4 | 8 | null
  /** Entries of that field for one value. */
  readonly entries: number
}

const ofFloats = { field: 4, fieldBytes: 4, entries: 1 } as const
const ofInt32 = { field: 5, fieldBytes: null, entries: 1 } as const
const ofDoubles = { field: 10, fieldBytes: 8, entries: 1 } as const
const ofUint64 = { field: 11, fieldBytes: null, entries: 1 } as const

/** TensorProto.DataType of ONNX 1.20. */
const dataTypes: Readonly<Record<number, DataType>> = {
  1: { name: 'float32', bits: 32, ...ofFloats },
  2: { name: 'uint8', bits: 8, ...ofInt32 },
  3: { name: 'int8', bits: 8, ...ofInt32 },
  4: { name: 'uint16', bits: 16, ...ofInt32 },
  5: { name: 'int16', bits: 16, ...ofInt32 },
  6: { name: 'int32', bits: 32, ...ofInt32 },
  7: { name: 'int64', bits: 64, field: 7, fieldBytes: null, entries: 1 },
  8: { name: 'string', bits: null, field: 6, fieldBytes: null, entries: 1 },
  9: { name: 'bool', bits: 8, ...ofInt32 },
  10: { name: 'float16', bits: 16, ...ofInt32 },
  11: { name: 'float64', bits: 64, ...ofDoubles },
  12: { name: 'uint32', bits: 32, ...ofUint64 },
  13: { name: 'uint64', bits: 64, ...ofUint64 },
  14: { name: 'complex64', bits: 64, ...ofFloats, entries: 2 },
  15: { name: 'complex128', bits: 128, ...ofDoubles, entries: 2 },
  16: { name: 'bfloat16', bits: 16, ...ofInt32 },
  17: { name: 'float8e4m3fn', bits: 8, ...ofInt32 },
  18: { name: 'float8e4m3fnuz', bits: 8, ...ofInt32 },
  19: { name: 'float8e5m2', bits: 8, ...ofInt32 },
  20: { name: 'float8e5m2fnuz', bits: 8, ...ofInt32 },
  21: { name: 'uint4', bits: 4, ...ofInt32, entries: 1 / 2 },
  22: { name: 'int4', bits: 4, ...ofInt32, entries: 1 / 2 },
  23: { name: 'float4e2m1', bits: 4, ...ofInt32, entries: 1 / 2 },
  24: { name: 'float8e8m0', bits: 8, ...ofInt32 },
  25: { name: 'uint2', bits: 2, ...ofInt32, entries: 1 / 4 },
  26: { name: 'int2', bits: 2, ...ofInt32, entries: 1 / 4 },
}

export function dataTypeOf(number: number): DataType | undefined {
  return dataTypes[number]
}
