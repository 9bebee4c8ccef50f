// The range of a tensor in; scale and zero point of the 256 bytes that stand for it out.
import { roundHalfToEven } from '../weights/round-half-to-even'

export interface Range {
  readonly min: number
  readonly max: number
}

export interface ByteScale {
  /** float32, above 0. */
  readonly scale: number
  /** The byte that stands for 0, which is always met exactly: paddings and Relu depend on it. */
  readonly zeroPoint: number
}

const largestByte = 255

export function byteScale(range: Range): ByteScale {
  const { min, max } = withZero(range)
  if (min === max) return { scale: 1, zeroPoint: 0 }
  // so narrow a range that its step has no float32 is one number
  const scale = Math.fround((max - min) / largestByte) || 2 ** -126
  const zeroPoint = Math.max(0, Math.min(largestByte, roundHalfToEven(-min / scale)))
  return { scale, zeroPoint }
}

export const withZero = ({ min, max }: Range): Range => ({ min: Math.min(0, min), max: Math.max(0, max) })

export const joinRanges = (one: Range, other: Range): Range =>
  ({ min: Math.min(one.min, other.min), max: Math.max(one.max, other.max) })
