// Inversion: black becomes white, as on a photo with a white background.
import type { Corrupt } from './corruption'

export const invert: Corrupt = (picture) => picture.map((value) => 255 - value)
