// Pictures and regions in; exactly the pixels of the region, whatever the orientation, out.
import { describe, expect, it } from 'vitest'
import type { DecodedImage, Region } from '../image'
import { cropRegion } from './crop-region'
import { orient } from './orient'

const whole = { left: 0, top: 0, width: 1, height: 1 }

// Every pixel has a value of its own.
function numbered(width: number, height: number, orientation: number, channels: 1 | 3 | 4 = 1): DecodedImage {
  const data = Uint8Array.from({ length: width * height * channels }, (_, index) => index % 251)
  return { data, width, height, channels, orientation }
}

/** Pixel by pixel, from the picture as it is seen. */
function cutFromSeen(image: DecodedImage, left: number, top: number, width: number, height: number): number[] {
  const seen = orient(image)
  const values: number[] = []
  for (let row = top; row < top + height; row++) {
    const start = (row * seen.width + left) * seen.channels
    values.push(...seen.data.subarray(start, start + width * seen.channels))
  }
  return values
}

describe('the pixels', () => {
  // 6 x 4 stored; regions in units of its pixels as seen
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('are those of the seen picture, orientation %i', (orientation) => {
    for (const channels of [1, 3, 4] as const) {
      const image = numbered(6, 4, orientation, channels)
      const { width, height } = orient(image)
      const region = { left: 1 / width, top: 2 / height, width: 2 / width, height: 1 / height }
      const seen = orient(cropRegion(image, region))
      expect([seen.width, seen.height]).toEqual([2, 1])
      expect(Array.from(seen.data)).toEqual(cutFromSeen(image, 1, 2, 2, 1))
    }
  })

  it('are copied: the picture keeps its own', () => {
    const image = numbered(4, 4, 1)
    const { data } = cropRegion(image, { ...whole, width: 0.5 })
    data.fill(0)
    expect(image.data[5]).toBe(5)
  })

  it('are not copied where the region is the whole picture', () => {
    const image = numbered(3, 5, 6)
    expect(cropRegion(image, whole)).toBe(image)
  })

  it('of a picture without orientation stay without', () => {
    const { orientation: _, ...plain } = numbered(4, 2, 1)
    expect(cropRegion(plain, { ...whole, left: 0.5, width: 0.5 }))
      .toEqual({ data: Uint8Array.of(2, 3, 6, 7), width: 2, height: 2, channels: 1 })
  })
})

describe('edges move to the nearest pixel', () => {
  it.each<[string, Partial<Region>, number, number[]]>([
    ['down below a half', { left: 0.14, width: 0.5 }, 10, [1, 2, 3, 4, 5]], // 1.4 .. 6.4
    ['up from a half on', { left: 0.15, width: 0.5 }, 10, [2, 3, 4, 5, 6]], // 1.5 .. 6.5
    ['sums that are not exact', { left: 0.1, width: 0.2 }, 10, [1, 2]], // 0.30000000000000004
    ['a sum a little above 1', { left: 0.7, width: 0.3 + 1e-10 }, 10, [7, 8, 9]],
    ['less than a pixel', { left: 0.42, width: 0.01 }, 10, [4]],
    ['less than a pixel at the end', { left: 0.999, width: 0.001 }, 10, [9]],
    ['the far edge itself', { left: 1 - 1e-12, width: 1e-12 }, 10, [9]],
    ['a picture of one pixel', { left: 0.6, width: 0.1 }, 1, [0]],
  ])('%s', (_case, part, width, expected) => {
    const { data } = cropRegion(numbered(width, 1, 1), { ...whole, ...part })
    expect(Array.from(data)).toEqual(expected)
  })

  it('regions that touch share no pixel and leave none out', () => {
    const image = numbered(101, 1, 1)
    const parts = Array.from({ length: 7 }, (_, part) => ({ ...whole, left: part / 7, width: 1 / 7 }))
    const values = parts.flatMap((part) => Array.from(cropRegion(image, part).data))
    expect(values).toEqual(Array.from(image.data))
  })
})
