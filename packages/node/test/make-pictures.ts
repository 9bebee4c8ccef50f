// Nothing in; small pictures of known pixels, in every format, out.
import sharp from 'sharp'
import type { Sharp } from 'sharp'

export const width = 12
export const height = 8

/** Values that repeat late, so that a shifted or swapped channel shows. */
export const values = (count: number): Uint8Array =>
  Uint8Array.from({ length: count }, (_, index) => (index * 37 + ((index * index) % 11) * 13) % 256)

/** Pixels of 1 to 4 channels, for sharp to encode. Grey stays grey. */
export function pixels(channels: 1 | 2 | 3 | 4): Sharp {
  const picture = sharp(values(width * height * channels), { raw: { width, height, channels } })
  return channels < 3 ? picture.toColourspace('b-w') : picture
}

/** A plain picture, brighter in its upper half. */
export function upperBright(): Promise<Uint8Array> {
  const rows = Uint8Array.from({ length: 60 * 60 }, (_, index) => (index < 60 * 30 ? 230 : 10))
  return sharp(rows, { raw: { width: 60, height: 60, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer()
}
