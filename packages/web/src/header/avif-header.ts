// The bytes of an AVIF in; its size, and whether it reaches its end, out.
import type { FileStructure } from './picture-header'
import { readText } from './read-text'

/** Boxes that hold boxes, with the bytes that stand before the first of them. */
const containers: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 }

type Size = Pick<FileStructure, 'width' | 'height'>

/**
 * Boxes: length (4 bytes), type (4), data; `meta/iprp/ipco/ispe` hold the sizes of all items, of which the largest is
 * the picture's own (the others are tiles, thumbnails and alpha). Turning is up to boxes that the decoder applies.
 */
export function readAvifHeader(view: DataView): FileStructure | undefined {
  const sizes: Size[] = []
  const end = readBoxes(view, 0, view.byteLength, sizes)
  const [first, ...others] = sizes
  if (first === undefined) return undefined
  const size = others.reduce((one, other) => (other.width * other.height > one.width * one.height ? other : one), first)
  const damage = end > view.byteLength ? { damage: `${end - view.byteLength} bytes are missing` } : {}
  return { ...size, ...damage }
}

/** Where the last box ends, which is beyond the file where that is cut short. */
function readBoxes(view: DataView, start: number, end: number, sizes: Size[]): number {
  let at = start
  while (at + 8 <= end) {
    const length = view.getUint32(at)
    const type = readText(view, at + 4, 4)
    // 0: up to the end of the file; 1: a length of 64 bits follows, of which pictures need the lower half
    const next = length === 0 ? end : at + (length === 1 && at + 16 <= end ? view.getUint32(at + 12) : length)
    if (next < at + 8) return at
    const before = containers[type]
    if (before !== undefined) readBoxes(view, at + 8 + before, Math.min(next, end), sizes)
    if (type === 'ispe' && at + 20 <= end) sizes.push({ width: view.getUint32(at + 12), height: view.getUint32(at + 16) })
    at = next
  }
  return at
}
