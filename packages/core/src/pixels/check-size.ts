// Width, height and channels as a caller gave them in, the same as checked numbers out.
import { describeValue } from '../describe-value'
import type { PixelImage } from '../image'
import { pixelsError } from './pixels-error'

/** @throws `pixels-invalid` unless it is a whole number of at least 1. */
export function checkSide(name: 'width' | 'height', value: unknown): number {
  if (Number.isSafeInteger(value) && (value as number) >= 1) return value as number
  throw pixelsError(`The ${name} of pixels must be a whole number of at least 1, and is ${describeValue(value)}.`)
}

/** @throws `pixels-invalid` unless it is 1, 2, 3 or 4. */
export function checkChannels(value: unknown): PixelImage['channels'] {
  if (value === 1 || value === 2 || value === 3 || value === 4) return value
  throw pixelsError('Pixels must have 1 (grey), 2 (grey and alpha), 3 (RGB) or 4 (RGBA) channels, '
    + `and have ${describeValue(value)}.`)
}
