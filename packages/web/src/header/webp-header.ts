// The bytes of a WebP in; its size, where its EXIF chunk is, and whether it reaches its end out.
import type { ExifPlace, FileStructure } from './picture-header'
import { readText } from './read-text'

type Size = Pick<FileStructure, 'width' | 'height'>

/** RIFF, length, WEBP; then chunks: type (4 bytes), length (4, little-endian), data, a zero after odd lengths. */
export function readWebpHeader(view: DataView): FileStructure | undefined {
  if (view.byteLength < 30) return undefined
  const size = readSize(view)
  if (size === undefined) return undefined
  const announced = 8 + view.getUint32(4, true)
  let exif: ExifPlace | undefined
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const length = view.getUint32(at + 4, true)
    if (readText(view, at, 4) === 'EXIF') exif = placeOf(view, at + 8, Math.min(at + 8 + length, view.byteLength))
    at += 8 + length + (length % 2)
  }
  const damage = announced > view.byteLength ? { damage: `${announced - view.byteLength} bytes are missing` } : {}
  return { ...size, ...(exif && { exif }), ...damage }
}

/** Some writers put JPEG's "Exif\0\0" in front. */
function placeOf(view: DataView, start: number, end: number): ExifPlace {
  return { start: readText(view, start, 6) === 'Exif\0\0' ? start + 6 : start, end }
}

const get24 = (view: DataView, at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000

function readSize(view: DataView): Size | undefined {
  switch (readText(view, 12, 4)) {
    case 'VP8X':
      return { width: get24(view, 24) + 1, height: get24(view, 27) + 1 }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    default:
      return undefined
  }
}
