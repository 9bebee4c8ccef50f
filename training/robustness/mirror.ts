// Mirroring: left becomes right.
import type { Corrupt } from './corruption'
import { movePixels } from './move-pixels'

export const mirror: Corrupt = (picture) => movePixels(picture, (x, y, end) => [end - x, y])
