// A quarter turn clockwise: the top row becomes the right column.
import type { Corrupt } from './corruption'
import { movePixels } from './move-pixels'

export const turnRight: Corrupt = (picture) => movePixels(picture, (x, y, end) => [y, end - x])
