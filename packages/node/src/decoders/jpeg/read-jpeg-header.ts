// The bytes of a JPEG in; its size, its components and the orientation of its EXIF out.
import { readExifOrientation } from '../exif-orientation'

export interface JpegHeader {
  readonly width: number
  readonly height: number
  /** Bits of a sample: 8, or 12 in medical pictures. */
  readonly precision: number
  /** 1 grey, 3 colour, 4 CMYK or YCCK. */
  readonly components: number
  /** 1 to 8. */
  readonly orientation: number
}

const markers = { startOfScan: 0xda, exif: 0xe1, endOfImage: 0xd9 }

/** SOF0 to SOF15, without the tables that lie among them: DHT (c4), JPG (c8), DAC (cc). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** TEM, RSTn and SOI stand alone. */
const hasNoLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

const exifMark = [0x45, 0x78, 0x69, 0x66, 0, 0] // 'Exif\0\0'

/** Segments: ff, marker, length (2 bytes, itself included), data. Throws an Error where the frame is not found. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frame: Omit<JpegHeader, 'orientation'> | undefined
  let orientation: number | undefined
  for (const { marker, start, end } of readSegments(view)) {
    if (isFrame(marker) && end - start >= 6) frame ??= readFrame(view, start)
    if (marker === markers.exif && exifMark.every((byte, index) => bytes[start + index] === byte)) {
      orientation ??= readExifOrientation(view, start + exifMark.length, end)
    }
  }
  if (frame === undefined) throw new Error('it ends before its first frame')
  return { ...frame, orientation: orientation ?? 1 }
}

/** Within a scan an ff is followed by 00 or by a mark, so ff d9 can only be the end, which a cut file lacks. */
export function hasEndMark(bytes: Uint8Array): boolean {
  for (let at = bytes.lastIndexOf(markers.endOfImage); at > 0; at = bytes.lastIndexOf(markers.endOfImage, at - 1)) {
    if (bytes[at - 1] === 0xff) return true
  }
  return false
}

interface Segment {
  readonly marker: number
  readonly start: number
  readonly end: number
}

/** Those before the first scan. Like every decoder, it passes over bytes that belong to no segment. */
function* readSegments(view: DataView): Generator<Segment> {
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff || marker === 0 || marker === 0xff) at += 1
    else if (hasNoLength(marker)) at += 2
    else if (marker === markers.startOfScan || marker === markers.endOfImage) return
    else {
      const next = at + 2 + view.getUint16(at + 2)
      yield { marker, start: at + 4, end: Math.min(next, view.byteLength) }
      at = next
    }
  }
}

function readFrame(view: DataView, start: number): Omit<JpegHeader, 'orientation'> {
  return {
    precision: view.getUint8(start),
    height: view.getUint16(start + 1),
    width: view.getUint16(start + 3),
    components: view.getUint8(start + 5),
  }
}
