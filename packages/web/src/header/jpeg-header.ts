// The bytes of a JPEG in; its size, where its EXIF is, and whether it reaches its end out.
import type { ExifPlace, FileStructure } from './picture-header'
import { readText } from './read-text'

const startOfScan = 0xda
const exifMark = 0xe1

/** SOF0 to SOF15, without the tables that lie among them: DHT (c4), JPG (c8), DAC (cc). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** TEM, RSTn, SOI and EOI stand alone. */
const hasNoLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)

/** Segments: ff, marker, length (2 bytes, itself included), data. The picture itself follows the start of scan. */
export function readJpegHeader(view: DataView): FileStructure | undefined {
  let exif: ExifPlace | undefined
  let size: { readonly width: number; readonly height: number } | undefined
  for (let at = 2; at + 4 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    // any number of ff may stand before a marker
    if (marker === 0xff || hasNoLength(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const end = at + 2 + view.getUint16(at + 2)
    if (isFrame(marker) && at + 9 <= view.byteLength) {
      size ??= { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    if (marker === exifMark && !exif && readText(view, at + 4, 6) === 'Exif\0\0') {
      exif = { start: at + 10, end: Math.min(end, view.byteLength) }
    }
    if (marker === startOfScan) return size && { ...size, ...(exif && { exif }), ...damageOf(view, end) }
    at = end
  }
  return undefined
}

/** Within the data of a picture an ff is always followed by 00 or by a mark, so ff d9 can only be the end. */
function damageOf(view: DataView, from: number): Pick<FileStructure, 'damage'> {
  for (let at = view.byteLength - 2; at >= from; at--) {
    if (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xd9) return {}
  }
  return { damage: 'its end mark is missing' }
}
