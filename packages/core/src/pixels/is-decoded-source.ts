// Any value in, whether it has the structure of raw pixels or of an ndarray out.
import { isRecord } from '../is-record'
import type { NdArrayLike, RawPixels } from '../image'
import type { DecodedSource } from '../runtime'

/**
 * Judges by the structure alone: whether the values are right is for `readPixels` to say, with a better error
 * than "not a picture". So an object whose `data` is a DataView or a plain array also counts as raw pixels.
 */
export function isDecodedSource(value: unknown): value is DecodedSource {
  return isNdArrayLike(value) || isRawPixels(value)
}

/** `data`, `shape` of two or three numbers, `stride` of as many, `offset`. */
export function isNdArrayLike(value: unknown): value is NdArrayLike {
  if (!isRecord(value)) return false
  const { data, shape, stride, offset } = value
  if (typeof data !== 'object' || data === null || typeof offset !== 'number') return false
  return isNumberList(shape) && isNumberList(stride) && shape.length === stride.length
    && (shape.length === 2 || shape.length === 3)
}

/** `data`, `width`, `height`, as an ImageData has them. */
export function isRawPixels(value: unknown): value is RawPixels {
  if (!isRecord(value) || !('width' in value) || !('height' in value)) return false
  return ArrayBuffer.isView(value.data) || Array.isArray(value.data)
}

function isNumberList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number')
}
