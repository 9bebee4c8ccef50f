// Bytes in, the text that they are in UTF-8 out; undefined where they are none.

const chunkLength = 8192

/** A byte order mark at the start is dropped. The pipeline has no TextDecoder. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const points: number[] = []
  let text = ''
  for (let at = hasMark ? 3 : 0; at < bytes.length;) {
    const length = lengthOf(bytes[at])
    const point = pointAt(bytes, at, length)
    if (point === undefined) return undefined
    points.push(point)
    at += length
    if (points.length === chunkLength) text += String.fromCodePoint(...points.splice(0))
  }
  return text + String.fromCodePoint(...points)
}

/** Bytes of a character by its first one; 0 where it cannot be one. */
function lengthOf(first: number): number {
  if (first < 0x80) return 1
  if (first < 0xc2) return 0
  if (first < 0xe0) return 2
  if (first < 0xf0) return 3
  return first < 0xf5 ? 4 : 0
}

function pointAt(bytes: Uint8Array, at: number, length: number): number | undefined {
  if (length === 1) return bytes[at]
  if (length === 0 || at + length > bytes.length) return undefined
  let point = bytes[at] & (0x7f >> length)
  for (let index = at + 1; index < at + length; index++) {
    if ((bytes[index] & 0xc0) !== 0x80) return undefined
    point = point * 64 + (bytes[index] & 0x3f)
  }
  // Shorter forms exist, halves of surrogate pairs and numbers beyond Unicode are no characters.
  const tooSmall = length === 3 ? 0x800 : length === 4 ? 0x10000 : 0x80
  return point < tooSmall || (point >= 0xd800 && point < 0xe000) || point > 0x10ffff ? undefined : point
}
