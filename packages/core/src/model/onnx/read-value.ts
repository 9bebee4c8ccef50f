// A ValueInfoProto in; the name, type and shape of that input or output out.
import { dataTypeOf } from './data-types'
import { Message } from './message'
import type { OnnxValue } from './onnx-facts'
import { DamagedMessage } from './read-protobuf'
import type { ByteRange } from './read-protobuf'

/** The fields of TypeProto besides tensor_type (1). */
const otherTypes: Readonly<Record<number, string>> = {
  4: 'sequence',
  5: 'map',
  7: 'opaque',
  8: 'sparse',
  9: 'optional',
}

export function readValue(bytes: Uint8Array, range: ByteRange): OnnxValue {
  const message = new Message(bytes, range, 'an input or output')
  const name = message.text(1)
  if (name === '') throw new DamagedMessage('an input or output has no name')
  const part = message.part(2)
  if (!part) return { name, type: 'unknown', shape: null }
  const type = new Message(bytes, part, `the type of "${name}"`)
  const tensor = type.part(1)
  if (tensor) return { name, ...readTensorType(bytes, tensor, name) }
  const other = Object.keys(otherTypes)
    .map(Number)
    .find((number) => type.has(number))
  return { name, type: other === undefined ? 'unknown' : otherTypes[other], shape: null }
}

function readTensorType(bytes: Uint8Array, range: ByteRange, name: string): Pick<OnnxValue, 'type' | 'shape'> {
  const tensor = new Message(bytes, range, `the type of "${name}"`)
  const type = dataTypeOf(tensor.integer(1))?.name
  if (type === undefined) throw new DamagedMessage(`"${name}" has the unknown type ${tensor.integer(1)}`)
  const part = tensor.part(2)
  if (!part) return { type, shape: null }
  const shape = new Message(bytes, part, `the shape of "${name}"`)
  return { type, shape: shape.parts(1).map((dimension) => readDimension(bytes, dimension, name)) }
}

function readDimension(bytes: Uint8Array, range: ByteRange, name: string): number | string | null {
  const dimension = new Message(bytes, range, `the shape of "${name}"`)
  if (!dimension.has(1)) return dimension.text(2) || null
  const size = dimension.integer(1)
  // Some exporters write -1, and some 0, for a size that is not fixed.
  if (size < -1 || !Number.isSafeInteger(size)) throw new DamagedMessage(`"${name}" has a side of ${size}`)
  return size > 0 ? size : null
}
