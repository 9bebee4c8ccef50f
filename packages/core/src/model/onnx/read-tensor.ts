// A TensorProto in; how many numbers it holds, and where they lie if not in it, out. Its data must fit its shape.
import { dataTypeOf } from './data-types'
import type { DataType } from './data-types'
import { Message } from './message'
import type { ExternalTensor } from './onnx-facts'
import { DamagedMessage } from './read-protobuf'
import type { ByteRange } from './read-protobuf'

export interface TensorFacts {
  readonly name: string
  readonly elements: number
  /** Undefined: the numbers are in the tensor itself. */
  readonly external?: ExternalTensor
}

const external = 1

/** @throws DamagedMessage where the data has another length than the shape needs. */
export function readTensor(bytes: Uint8Array, range: ByteRange): TensorFacts {
  const message = new Message(bytes, range, 'a tensor')
  const name = message.text(8)
  const what = `the tensor "${name}"`
  if (message.has(3)) throw new DamagedMessage(`${what} is cut into segments, which nobody reads`)
  const type = dataTypeOf(message.integer(2))
  if (!type) throw new DamagedMessage(`${what} has the unknown type ${message.integer(2)}`)
  const elements = countElements(message.integers(1), what)
  if (message.integer(14) === external) {
    return { name, elements, external: readExternal(message, { name, elements, type, range }) }
  }
  if (message.integer(14) !== 0)
    throw new DamagedMessage(`${what} has its data in the unknown place ${message.integer(14)}`)
  checkLength(message, type, elements, what)
  return { name, elements }
}

function countElements(dims: readonly number[], what: string): number {
  const elements = dims.reduce((product, size) => product * size, 1)
  if (dims.every((size) => Number.isSafeInteger(size) && size >= 0) && Number.isSafeInteger(elements)) return elements
  throw new DamagedMessage(`${what} has the shape [${dims.join(', ')}]`)
}

function checkLength(message: Message, type: DataType, elements: number, what: string): void {
  const raw = message.part(9)
  const [received, needed] =
    raw && raw.end > raw.start && type.bits !== null
      ? [raw.end - raw.start, Math.ceil((elements * type.bits) / 8)]
      : [countEntries(message, type), Math.ceil(elements * type.entries)]
  if (received === needed) return
  const unit = raw ? 'bytes' : 'values'
  throw new DamagedMessage(`${what} (${type.name}) has ${received} ${unit} of data, and its shape needs ${needed}`)
}

function countEntries(message: Message, { field, fieldBytes, bits }: DataType): number {
  if (bits === null) return message.parts(field).length
  return fieldBytes === null ? message.countIntegers(field) : message.countFixed(field, fieldBytes)
}

interface ExternalFacts {
  readonly name: string
  readonly elements: number
  readonly type: DataType
  readonly range: ByteRange
}

function readExternal(message: Message, { name, elements, type, range }: ExternalFacts): ExternalTensor {
  const entries = new Map(
    message.parts(13).map((part) => {
      const entry = new Message(message.bytes, part, 'a place of weights')
      return [entry.text(1), entry.text(2)]
    }),
  )
  const location = entries.get('location') ?? ''
  if (location === '' || type.bits === null)
    throw new DamagedMessage(`the tensor "${name}" lies in a file without a name`)
  const bytes = Math.ceil((elements * type.bits) / 8)
  const length = entries.has('length') ? readCount(entries.get('length'), name) : null
  if (length !== null && length !== bytes) {
    throw new DamagedMessage(
      `the tensor "${name}" takes ${length} bytes of "${location}", and its shape needs ${bytes}`,
    )
  }
  return { name, location, offset: readCount(entries.get('offset') ?? '0', name), length, bytes, range }
}

function readCount(text: string | undefined, name: string): number {
  const count = Number(text)
  if (text !== undefined && /^\d+$/.test(text) && Number.isSafeInteger(count)) return count
  throw new DamagedMessage(`the tensor "${name}" lies at "${text}" of a file`)
}
