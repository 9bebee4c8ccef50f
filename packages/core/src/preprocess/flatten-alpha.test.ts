// Pictures with alpha in; the same on white out, for every pair of value and alpha.
import { expect, it } from 'vitest'
import { flattenAlpha } from './flatten-alpha'

it('is the rounded mix with white for each of the 65,536 pairs', () => {
  const data = new Uint8Array(65536 * 2)
  for (let index = 0; index < 65536; index++) data.set([index >> 8, index & 255], index * 2)
  const flat = flattenAlpha({ data, width: 256, height: 256, channels: 2 })
  const expected = Array.from({ length: 65536 }, (_, index) => {
    const [value, alpha] = [index >> 8, (index & 255) / 255]
    return Math.round(value * alpha + 255 * (1 - alpha))
  })
  expect(Array.from(flat.data)).toEqual(expected)
  expect([flat.width, flat.height, flat.channels]).toEqual([256, 256, 1])
})

it('mixes each colour by its own pixel\'s alpha', () => {
  const data = Uint8ClampedArray.of(10, 20, 30, 255, 10, 20, 30, 0, 0, 100, 200, 128)
  expect(flattenAlpha({ data, width: 3, height: 1, channels: 4 }))
    .toEqual({ data: Uint8Array.of(10, 20, 30, 255, 255, 255, 127, 177, 227), width: 3, height: 1, channels: 3 })
})

it.each([1, 3] as const)('gives %s channels back as they are', (channels) => {
  const data = new Uint8Array(6 * channels)
  expect(flattenAlpha({ data, width: 3, height: 2, channels }).data).toBe(data)
})
