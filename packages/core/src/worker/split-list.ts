// A list of pictures and what workers there are in; the parts into which it is cut out.

export interface ListPart {
  readonly start: number
  /** Not included. */
  readonly end: number
}

export interface SplitWishes {
  readonly workers: number
  /** Pictures in one part. */
  readonly most: number
}

// Smaller parts would cost more in messages than another worker saves.
const least = 8

// A part is in memory as a whole, and twice for a moment.
const mostBytes = 32 * 1024 * 1024

// Of a stream or a response nobody knows the size: a photo of a telephone, say.
const unknownSize = 1024 * 1024

/** Every worker gets a share; no part has more pictures than a run, or more bytes than should be copied at once. */
export function splitList(pictures: readonly unknown[], { workers, most }: SplitWishes): ListPart[] {
  const share = Math.ceil(pictures.length / workers)
  const count = Math.max(1, Math.min(most, Math.max(least, share)))
  const parts: ListPart[] = []
  let start = 0
  let bytes = 0
  pictures.forEach((picture, index) => {
    const size = sizeOf(picture)
    const isFull = index - start === count || bytes + size > mostBytes
    if (isFull && index > start) {
      parts.push({ start, end: index })
      start = index
      bytes = 0
    }
    bytes += size
  })
  if (pictures.length > start) parts.push({ start, end: pictures.length })
  return parts
}

interface SizedPicture {
  readonly byteLength?: unknown
  readonly size?: unknown
  readonly data?: { readonly byteLength?: unknown }
}

/** Bytes, as far as they can be known before it is read. */
function sizeOf(picture: unknown): number {
  if (typeof picture === 'string') return picture.length
  if (typeof picture !== 'object' || picture === null) return 0
  if (ArrayBuffer.isView(picture)) return picture.buffer.byteLength === 0 ? 0 : picture.byteLength
  const { byteLength, size, data } = picture as SizedPicture
  const known = [byteLength, size, data?.byteLength].find((value) => typeof value === 'number')
  return typeof known === 'number' ? known : unknownSize
}
