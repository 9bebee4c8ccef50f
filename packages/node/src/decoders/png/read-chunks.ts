// The bytes of a PNG in; its chunks up to the last, each with its data, out.
import * as zlib from 'node:zlib'

export interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32InJavaScript(bytes: Uint8Array): number {
  let value = -1
  for (const byte of bytes) value = crcTable[(value ^ byte) & 255] ^ (value >>> 8)
  return (value ^ -1) >>> 0
}

/** zlib has it from Node 20.15 and 22.2 on. */
const crc32 = (zlib as { crc32?: (bytes: Uint8Array) => number }).crc32 ?? crc32InJavaScript

/** A capital first letter: the picture cannot be decoded without it. */
const isCritical = (type: string) => type.charCodeAt(0) < 0x60

/**
 * Chunk: length (4 bytes), type (4), data, checksum (4) of type and data. A damaged chunk that the picture can do
 * without is left out. Throws an Error where a critical one is damaged or the file ends before IEND.
 */
export function* readChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(4) !== 0x0d0a1a0a) throw new Error('its signature is damaged')
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 8 + view.getUint32(at)
    if (end + 4 > bytes.length) break
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const isWhole = crc32(bytes.subarray(at + 4, end)) === view.getUint32(end)
    if (!isWhole && isCritical(type)) throw new Error(`the checksum of its chunk ${type} is wrong`)
    if (isWhole) yield { type, data: bytes.subarray(at + 8, end) }
    if (type === 'IEND') return
    at = end + 4
  }
  throw new Error('it ends before its last chunk')
}
