// Raw pixels or an ndarray in, the same picture as checked 8-bit pixels out.
import { describeValue } from '../describe-value'
import type { NdArrayLike, PixelImage, RawPixels } from '../image'
import { eachPosition } from './each-position'
import { isNdArrayLike } from './is-decoded-source'
import { isContiguous, type PixelView } from './pixel-view'
import { pixelsError } from './pixels-error'
import { valueScale, type ValueScale } from './value-scale'
import { viewNdArray } from './view-nd-array'
import { viewRawPixels } from './view-raw-pixels'

/**
 * Reads pixels that are already decoded. Integer arrays hold 0..255. Float arrays hold 0..1 and are rounded to
 * 8 bits, as every other picture has: `floor(value * 255 + 0.5)`. Bytes that already lie row by row are not copied:
 * the answer then shares its memory with `source`.
 *
 * @param source `{ data, width, height, channels? }` (an ImageData, say), row-major and interleaved; or a scijs
 * `ndarray` of shape `[height, width]` or `[height, width, channels]` with any strides.
 * @throws `pixels-invalid` for a wrong length, shape, type or value.
 */
export function readPixels(source: RawPixels | NdArrayLike): PixelImage {
  const view = isNdArrayLike(source) ? viewNdArray(source) : viewRawPixels(source)
  const { width, height, channels } = view
  const scale = valueScale(view)
  const data = scale === 'byte' && isContiguous(view) ? shareBytes(view) : copyValues(view, scale)
  return { data, width, height, channels }
}

function shareBytes({ data, offset, width, height, channels }: PixelView): PixelImage['data'] {
  const bytes = data as PixelImage['data']
  const length = width * height * channels
  return bytes.length === length ? bytes : bytes.subarray(offset, offset + length)
}

function copyValues(view: PixelView, scale: ValueScale): Uint8Array {
  const bytes = new Uint8Array(view.width * view.height * view.channels)
  const { data } = view
  eachPosition(view, (position, index) => {
    const value = data[position]
    if (!isWithinScale(value, scale)) throw valueError(view, scale, position, index)
    bytes[index] = scale === 'float' ? Math.floor(value * 255 + 0.5) : value
  })
  return bytes
}

function isWithinScale(value: unknown, scale: ValueScale): boolean {
  if (typeof value !== 'number') return false
  return scale === 'float' ? value >= 0 && value <= 1 : value >= 0 && value <= 255 && Number.isInteger(value)
}

function valueError(view: PixelView, scale: ValueScale, position: number, index: number): Error {
  const pixel = Math.floor(index / view.channels)
  const place = `row ${Math.floor(pixel / view.width)}, column ${pixel % view.width}, channel ${index % view.channels}`
  const allowed = scale === 'float' ? 'a float from 0 to 1' : 'an integer from 0 to 255'
  return pixelsError(`The value at index ${position} of data (${place}) must be ${allowed}, `
    + `and is ${describeValue(view.data[position])}.`)
}
