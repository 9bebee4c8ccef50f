// The bytes of a protobuf message in; its fields, one after the other, with their places, out.

/** The bytes are no protobuf message. */
export class DamagedMessage extends Error {}

export type WireType = 0 | 1 | 2 | 5

/** One field of a message. */
export interface MessageField {
  /** Its number in the schema. */
  readonly number: number
  /** 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes. */
  readonly wire: WireType
  /** Of a varint, as a signed 64-bit integer; beyond 2^53 it is rounded. */
  readonly value: number
  /** Where the field's tag begins. */
  readonly tag: number
  /** Where its content lies: `start` up to `end`. */
  readonly start: number
  readonly end: number
}

/** Part of a buffer: `start` up to `end`. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** @throws DamagedMessage at the first field that does not fit into the range. */
export function* readFields(bytes: Uint8Array, { start, end }: ByteRange): Generator<MessageField, void, undefined> {
  let at = start
  while (at < end) {
    const tag = at
    const key = readVarint(bytes, at, end)
    const number = Math.floor(key.value / 8)
    const wire = key.value % 8
    if (number < 1 || number > 0x1fff_ffff) throw new DamagedMessage(`no field has the number ${number} at byte ${tag}`)
    const content = readContent(bytes, key.end, end, wire)
    yield { number, tag, ...content }
    at = content.end
  }
}

function readContent(bytes: Uint8Array, at: number, end: number, wire: number): Omit<MessageField, 'number' | 'tag'> {
  if (wire === 0) {
    const varint = readVarint(bytes, at, end)
    return { wire, value: varint.value, start: at, end: varint.end }
  }
  if (wire === 1 || wire === 5) return { wire, value: 0, start: at, end: within(at + (wire === 1 ? 8 : 4), end, at) }
  if (wire !== 2) throw new DamagedMessage(`no field has the wire type ${wire} at byte ${at}`)
  const length = readVarint(bytes, at, end)
  if (length.value < 0) throw new DamagedMessage(`a field has the length ${length.value} at byte ${at}`)
  return { wire, value: 0, start: length.end, end: within(length.end + length.value, end, at) }
}

function within(fieldEnd: number, end: number, at: number): number {
  if (fieldEnd <= end) return fieldEnd
  throw new DamagedMessage(`a field at byte ${at} ends ${fieldEnd - end} bytes behind its message`)
}

/** Seven bits a byte, the lowest first; up to ten bytes. */
export function readVarint(bytes: Uint8Array, start: number, end: number): { value: number; end: number } {
  let value = 0
  let factor = 1
  // 7 bytes are 49 bits, which doubles hold exactly.
  for (let at = start; at < end && at < start + 7; at++) {
    value += (bytes[at] & 0x7f) * factor
    if (bytes[at] < 0x80) return { value, end: at + 1 }
    factor *= 128
  }
  return readLongVarint(bytes, start, end)
}

function readLongVarint(bytes: Uint8Array, start: number, end: number): { value: number; end: number } {
  let value = 0n
  for (let at = start; at < end && at < start + 10; at++) {
    value |= BigInt(bytes[at] & 0x7f) << BigInt(7 * (at - start))
    if (bytes[at] < 0x80) return { value: Number(BigInt.asIntN(64, value)), end: at + 1 }
  }
  throw new DamagedMessage(`a number at byte ${start} does not end`)
}
