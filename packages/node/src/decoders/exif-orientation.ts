// The place of an EXIF block (a TIFF header and its first directory) in; the orientation that it states out.

const orientationTag = 0x0112
const shortType = 3

/** 1 to 8; 1 where the block says nothing or is damaged. `start` is where "II" or "MM" stands. */
export function readExifOrientation(view: DataView, start: number, end: number): number {
  if (start + 8 > end) return 1
  const mark = view.getUint16(start)
  if (mark !== 0x4949 && mark !== 0x4d4d) return 1
  const littleEndian = mark === 0x4949
  if (view.getUint16(start + 2, littleEndian) !== 42) return 1
  const directory = start + view.getUint32(start + 4, littleEndian)
  if (directory + 2 > end) return 1
  const entries = view.getUint16(directory, littleEndian)
  for (let entry = directory + 2; entry < directory + 2 + entries * 12 && entry + 12 <= end; entry += 12) {
    if (view.getUint16(entry, littleEndian) !== orientationTag) continue
    if (view.getUint16(entry + 2, littleEndian) !== shortType) return 1
    const orientation = view.getUint16(entry + 8, littleEndian)
    return orientation >= 1 && orientation <= 8 ? orientation : 1
  }
  return 1
}
