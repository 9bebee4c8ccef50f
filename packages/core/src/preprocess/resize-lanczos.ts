// A grey picture and a new size in, the picture resampled to that size out: Lanczos-3, anti-aliased, integers only.
import type { GreyImage } from './opaque-image'
import { lanczosWeights, weightOne, type PixelWeights } from './lanczos-weights'
import type { sumGreyByVectors } from './weigh-by-vectors'

/**
 * Rows first, then columns. Nothing is rounded between the two: the sums are integers below 2^53, exact on every
 * engine. At the end each value is rounded once and kept within 0..255.
 * @param byVectors sums the rows of large pictures faster, to the same integers
 */
export function resizeLanczos(
  grey: GreyImage,
  width: number,
  height: number,
  byVectors?: typeof sumGreyByVectors,
): GreyImage {
  if (width === grey.width && height === grey.height) return grey
  const columns = lanczosWeights(grey.width, width)
  // [grey.height, width], in units of 1 / weightOne
  const narrow = byVectors?.({ data: grey.data, rowBytes: grey.width, rows: grey.height }, columns) ?? resizeRows(grey, columns)
  const rows = lanczosWeights(grey.height, height)
  const data = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    const sums = sumColumns(narrow, width, rows[row])
    for (let column = 0; column < width; column++) data[row * width + column] = toByte(sums[column])
  }
  return { data, width, height, channels: 1 }
}

/** 255 * weightOne * (sum of the absolute weights / weightOne, which stays below 2) < 2^31. */
function resizeRows(grey: GreyImage, columns: readonly PixelWeights[]): Int32Array {
  const narrow = new Int32Array(grey.height * columns.length)
  let to = 0
  for (let row = 0; row < grey.height; row++) {
    const start = row * grey.width
    for (const column of columns) narrow[to++] = sumRow(grey.data, start + column.first, column.weights)
  }
  return narrow
}

function sumRow(data: GreyImage['data'], from: number, weights: Int32Array): number {
  let sum = 0
  for (let index = 0; index < weights.length; index++) sum += Math.imul(data[from + index], weights[index])
  return sum
}

/** Beyond 32 bits, so in doubles, which hold integers exactly up to 2^53. */
function sumColumns(narrow: Int32Array, width: number, { first, weights }: PixelWeights): Float64Array {
  const sums = new Float64Array(width)
  for (let index = 0; index < weights.length; index++) {
    const start = (first + index) * width
    for (let column = 0; column < width; column++) sums[column] += narrow[start + column] * weights[index]
  }
  return sums
}

function toByte(sum: number): number {
  return Math.min(255, Math.max(0, Math.round(sum / (weightOne * weightOne))))
}
