// The place of an EXIF block (a TIFF header and its first directory) in; the orientation that it states out.
import type { ExifPlace, Orientation } from './picture-header'

const upright: Orientation = { orientation: 1 }

const orientationTag = 0x0112
const shortType = 3

/** Damaged EXIF says nothing: a picture is shown without it too. */
export function readExifOrientation(view: DataView, { start, end }: ExifPlace): Orientation {
  if (start + 8 > end) return upright
  const mark = view.getUint16(start)
  if (mark !== 0x4949 && mark !== 0x4d4d) return upright
  const littleEndian = mark === 0x4949
  if (view.getUint16(start + 2, littleEndian) !== 42) return upright
  const directory = start + view.getUint32(start + 4, littleEndian)
  if (directory + 2 > end) return upright
  const entries = view.getUint16(directory, littleEndian)
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > end) return upright
    if (view.getUint16(entry, littleEndian) !== orientationTag) continue
    if (view.getUint16(entry + 2, littleEndian) !== shortType) return upright
    const orientation = view.getUint16(entry + 8, littleEndian)
    if (orientation < 1 || orientation > 8) return upright
    return { orientation, orientationAt: { offset: entry + 8, littleEndian } }
  }
  return upright
}
