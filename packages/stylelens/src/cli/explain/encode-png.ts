// 8-bit pixels in; the bytes of a PNG file, and its address as a picture within a page, out.
import { deflateSync } from 'node:zlib'

export interface PlainPicture {
  /** Interleaved, row by row: [height * width * channels]. */
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
  /** 1 grey, 2 grey and alpha, 3 red, green, blue, 4 and alpha. */
  readonly channels: 1 | 2 | 3 | 4
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const colourTypes = { 1: 0, 2: 4, 3: 2, 4: 6 } as const

/** Of each byte, as in RFC 2083; node:zlib has none before Node 20.15. */
const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1
  return sum
})

const checksumOf = (bytes: Uint8Array): number =>
  ~bytes.reduce((sum, byte) => checksums[(sum ^ byte) & 0xff] ^ (sum >>> 8), 0xffffffff) >>> 0

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length)
  whole.set(body, 4)
  whole.writeUInt32BE(checksumOf(body), body.length + 4)
  return whole
}

export function encodePng({ data, width, height, channels }: PlainPicture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, colourTypes[channels]], 8)
  const length = width * channels
  const rows = new Uint8Array((length + 1) * height) // each begins with its filter: 0, none
  for (let row = 0; row < height; row++)
    rows.set(data.subarray(row * length, (row + 1) * length), row * (length + 1) + 1)
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]
  return Buffer.concat(parts)
}

export function pictureAddress(picture: PlainPicture): string {
  return `data:image/png;base64,${encodePng(picture).toString('base64')}`
}
