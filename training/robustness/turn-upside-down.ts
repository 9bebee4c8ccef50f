// Upside down: the top row becomes the bottom row.
import type { Corrupt } from './corruption'
import { movePixels } from './move-pixels'

export const turnUpsideDown: Corrupt = (picture) => movePixels(picture, (x, y, end) => [x, end - y])
