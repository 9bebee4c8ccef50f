// The bytes of one message of an ONNX file in; its fields by number, of the kind that the schema says, out.
import { decodeUtf8 } from '../../decode-utf8'
import { DamagedMessage, readFields, readVarint } from './read-protobuf'
import type { ByteRange, MessageField } from './read-protobuf'

/** Longer names are no names. */
const longestName = 4096

/** A message of which the fields are known but not yet read. */
export class Message {
  readonly bytes: Uint8Array
  readonly #what: string
  readonly #fields = new Map<number, MessageField[]>()

  /** @param what names the message in errors, e.g. 'a node' */
  constructor(bytes: Uint8Array, range: ByteRange, what: string) {
    this.bytes = bytes
    this.#what = what
    for (const field of readFields(bytes, range)) {
      const known = this.#fields.get(field.number)
      if (known) known.push(field)
      else this.#fields.set(field.number, [field])
    }
  }

  has(number: number): boolean {
    return this.#fields.has(number)
  }

  /** The fields of this number, each with content of its own length. */
  parts(number: number): readonly ByteRange[] {
    return this.#ofKind(number, 2)
  }

  /** Undefined where it is absent. Two of them would be merged by other readers, each in its own way. */
  part(number: number): ByteRange | undefined {
    const parts = this.parts(number)
    if (parts.length > 1) throw new DamagedMessage(`${this.#what} has field ${number} ${parts.length} times`)
    return parts[0]
  }

  /** Empty where it is absent. */
  text(number: number): string {
    const part = this.part(number)
    return part === undefined ? '' : this.#readText(part)
  }

  texts(number: number): string[] {
    return this.parts(number).map((part) => this.#readText(part))
  }

  /** 0 where it is absent, as protobuf has it. */
  integer(number: number): number {
    const fields = this.#ofKind(number, 0)
    if (fields.length > 1) throw new DamagedMessage(`${this.#what} has field ${number} ${fields.length} times`)
    return fields[0]?.value ?? 0
  }

  /** A repeated integer, packed into one field or not. */
  integers(number: number): number[] {
    return (this.#fields.get(number) ?? []).flatMap((field) => {
      if (field.wire === 0) return field.value
      if (field.wire === 2) return this.#unpack(field)
      throw this.#wrongKind(field)
    })
  }

  /** How many varints the field holds, packed or not. */
  countIntegers(number: number): number {
    return (this.#fields.get(number) ?? []).reduce((total, field) => total + this.#countIn(field), 0)
  }

  /** How many numbers of 4 or 8 bytes the field holds, packed or not. */
  countFixed(number: number, size: 4 | 8): number {
    return (this.#fields.get(number) ?? []).reduce((total, field) => {
      const length = field.end - field.start
      if ((field.wire !== 2 && field.wire !== (size === 4 ? 5 : 1)) || length % size !== 0) throw this.#wrongKind(field)
      return total + length / size
    }, 0)
  }

  #countIn(field: MessageField): number {
    if (field.wire === 0) return 1
    if (field.wire !== 2) throw this.#wrongKind(field)
    let count = 0
    for (let at = field.start; at < field.end; at++) if (this.bytes[at] < 0x80) count++
    if (field.end > field.start && this.bytes[field.end - 1] >= 0x80) throw this.#wrongKind(field)
    return count
  }

  #unpack(field: MessageField): number[] {
    const values: number[] = []
    for (let at = field.start; at < field.end;) {
      const varint = readVarint(this.bytes, at, field.end)
      values.push(varint.value)
      at = varint.end
    }
    return values
  }

  #readText({ start, end }: ByteRange): string {
    if (end - start > longestName) throw new DamagedMessage(`${this.#what} has a name of ${end - start} bytes`)
    const text = decodeUtf8(this.bytes.subarray(start, end))
    if (text === undefined) throw new DamagedMessage(`${this.#what} has a name that is not in UTF-8`)
    return text
  }

  #ofKind(number: number, wire: 0 | 2): readonly MessageField[] {
    const fields = this.#fields.get(number) ?? []
    for (const field of fields) if (field.wire !== wire) throw this.#wrongKind(field)
    return fields
  }

  #wrongKind({ number, tag }: MessageField): DamagedMessage {
    return new DamagedMessage(`field ${number} of ${this.#what} at byte ${tag} is not of its kind`)
  }
}
