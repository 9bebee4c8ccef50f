// The bytes of a PNG in; its size, where its eXIf chunk is, and whether it reaches its end out.
import type { ExifPlace, FileStructure } from './picture-header'
import { readText } from './read-text'

/** Chunks: length (4 bytes), type (4), data, checksum (4). IHDR is the first of them. */
export function readPngHeader(view: DataView): FileStructure | undefined {
  if (view.byteLength < 33 || readText(view, 12, 4) !== 'IHDR') return undefined
  const size = { width: view.getUint32(16), height: view.getUint32(20) }
  let exif: ExifPlace | undefined
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const type = readText(view, at + 4, 4)
    if (type === 'eXIf') exif = { start: at + 8, end: Math.min(at + 8 + view.getUint32(at), view.byteLength) }
    if (type === 'IEND') return { ...size, ...(exif && { exif }) }
  }
  return { ...size, ...(exif && { exif }), damage: 'its last chunk, IEND, is missing' }
}
