// A damaged PNG in; the same with checksums that fit, so that its damage reaches the decoder and not only the checksums, out.
import { crc32 } from 'node:zlib'

/** Chunk for chunk, as far as their lengths lead; other formats stay as they are. */
export function repairPng(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x89 || bytes[1] !== 0x50) return bytes
  const repaired = bytes.slice()
  const view = new DataView(repaired.buffer)
  // [length: 4, type: 4, content: length, checksum of type and content: 4]
  for (let at = 8; at + 12 <= repaired.length;) {
    const end = at + 8 + view.getUint32(at)
    if (end + 4 > repaired.length) break
    view.setUint32(end, crc32(repaired.subarray(at + 4, end)))
    at = end + 4
  }
  return repaired
}
