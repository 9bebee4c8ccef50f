// Pixels of each number of channels in; the same two pixels as RGBA are compared.
import type { PixelImage } from '@stylelens/web'
import { expect, it } from 'vitest'
import { toRgba } from './to-rgba'

it.each([
  [1, [10, 20], [10, 10, 10, 255, 20, 20, 20, 255]],
  [2, [10, 1, 20, 2], [10, 10, 10, 1, 20, 20, 20, 2]],
  [3, [1, 2, 3, 4, 5, 6], [1, 2, 3, 255, 4, 5, 6, 255]],
  [4, [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8]],
] as const)('%i channels', (channels, values, rgba) => {
  const picture: PixelImage = { data: Uint8Array.from(values), width: 2, height: 1, channels }
  expect([...toRgba(picture)]).toEqual(rgba)
})
