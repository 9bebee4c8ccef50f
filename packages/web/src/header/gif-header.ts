// The bytes of a GIF in; its size, and whether its first frame is whole, out.
import type { FileStructure } from './picture-header'

const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Signature, size, colour table, then blocks: an extension (21), a frame (2c) or the end (3b). */
export function readGifHeader(view: DataView): FileStructure | undefined {
  if (view.byteLength < 13) return undefined
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  let at = 13 + colours(view.getUint8(10))
  while (at + 10 < view.byteLength) {
    const block = view.getUint8(at)
    if (block === 0x21) at = skipParts(view, at + 2)
    else if (block !== 0x2c) break
    // a frame: place, size, flags, its own colour table, one byte of the compression, then its parts
    else if (skipParts(view, at + 11 + colours(view.getUint8(at + 9))) <= view.byteLength) return size
    else break
  }
  return { ...size, damage: 'its first frame is cut short' }
}

/** Parts: a length (1 byte) and as many bytes; a length of 0 ends them. */
function skipParts(view: DataView, from: number): number {
  let at = from
  while (at < view.byteLength) {
    const length = view.getUint8(at)
    at += 1 + length
    if (length === 0) return at
  }
  return Infinity
}
