// Pixels of a browser, [N * 4], and Node's picture in; the largest differences between them, in levels of 0 to 255, out.
import type { PixelImage } from '@stylelens/core'

export interface Differences {
  readonly alpha: number
  /** Of colours as they are stored, where alpha is at least 128. */
  readonly stored: number
  /** Of colours laid over black, and over white: what is seen, and what the model gets. */
  readonly seen: number
}

/** Grey, grey with alpha, RGB or RGBA as RGBA. */
function rgba({ data, channels }: PixelImage, pixel: number): readonly number[] {
  const at = pixel * channels
  const alpha = channels % 2 === 0 ? data[at + channels - 1] : 255
  return channels < 3 ? [data[at], data[at], data[at], alpha] : [data[at], data[at + 1], data[at + 2], alpha]
}

const over = (colour: number, alpha: number, ground: number) => (colour * alpha + ground * (255 - alpha)) / 255

export function differences(pixels: readonly number[], expected: PixelImage): Differences {
  if (pixels.length !== expected.width * expected.height * 4) throw new Error(`${pixels.length} values of another picture came.`)
  const largest = { alpha: 0, stored: 0, seen: 0 }
  const note = (kind: keyof Differences, one: number, other: number) => {
    largest[kind] = Math.max(largest[kind], Math.abs(one - other))
  }
  for (let pixel = 0; pixel < pixels.length / 4; pixel++) {
    const one = pixels.slice(pixel * 4, pixel * 4 + 4)
    const other = rgba(expected, pixel)
    note('alpha', one[3], other[3])
    for (const channel of [0, 1, 2]) {
      if (other[3] >= 128) note('stored', one[channel], other[channel])
      for (const ground of [0, 255]) note('seen', over(one[channel], one[3], ground), over(other[channel], other[3], ground))
    }
  }
  return largest
}
