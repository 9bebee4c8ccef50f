// A quarter turn anticlockwise: the top row becomes the left column.
import type { Corrupt } from './corruption'
import { movePixels } from './move-pixels'

export const turnLeft: Corrupt = (picture) => movePixels(picture, (x, y, end) => [end - y, x])
