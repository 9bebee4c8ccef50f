// A grey or RGB picture, a new size and a window in it in; that window of the picture, resampled as Pillow does, out.
import type { PillowFilter } from '../manifest'
import type { PixelWeights } from './lanczos-weights'
import type { OpaqueImage } from './opaque-image'
import { overlap } from './picture-window'
import type { PictureWindow, Size } from './picture-window'
import { pillowKernels } from './pillow-filters'
import type { Kernel } from './pillow-filters'
import { pillowWeights, precisionBits } from './pillow-weights'
import type { Span } from './pillow-weights'
import { nearestPositions } from './nearest-positions'
import { weighColumnsByVectors, weighRowsByVectors } from './weigh-by-vectors'

/**
 * `Image.resize(size, resample).crop(window)` of Pillow 13 on 8-bit pictures: the golden pictures are met exactly. Only
 * what the window shows is calculated; beyond the picture it is black. A picture that fills the window already is given
 * back as it is.
 */
export function resizePillow(image: OpaqueImage, size: Size, window: PictureWindow, filter: PillowFilter): OpaqueImage {
  if (isSameSize(image, size) && isSameSize(size, window)) return image
  const shown = overlap(size, window)
  const part =
    filter === 'nearest'
      ? pickPixels(image, size, shown.columns, shown.rows)
      : resample(image, size, shown.columns, shown.rows, filter)
  return place(part, window, shown.columns.from - window.left, shown.rows.from - window.top)
}

const isSameSize = (one: Size, other: Size): boolean => one.width === other.width && one.height === other.height

function resample(
  image: OpaqueImage,
  size: Size,
  columns: Span,
  rows: Span,
  filter: keyof typeof pillowKernels,
): OpaqueImage {
  const kernel = pillowKernels[filter]
  const across = axisWeights(kernel, image.width, size.width, columns)
  const down = axisWeights(kernel, image.height, size.height, rows)
  // Between the two passes values are rounded to bytes, so their order is part of the answer. Pillow 13 begins with the
  // columns where the height shrinks by more than twice as many pixels as the width; before it never did.
  const shrinks = image.height - size.height
  return shrinks > 0 && shrinks > 2 * (image.width - size.width)
    ? resampleRows(resampleColumns(image, down, spanUnder(across)), across, { from: 0, to: down.length })
    : resampleColumns(resampleRows(image, across, spanUnder(down)), down, { from: 0, to: across.length })
}

/** A side that keeps its length is not resampled, only cut: one pixel of the old weighs all. */
function axisWeights(kernel: Kernel, oldLength: number, newLength: number, span: Span): PixelWeights[] {
  if (oldLength !== newLength) return pillowWeights(kernel, oldLength, newLength, span)
  const whole = Int32Array.of(1 << precisionBits)
  return Array.from({ length: span.to - span.from }, (_, index) => ({ first: span.from + index, weights: whole }))
}

/** The old pixels that some new one needs. */
function spanUnder(axis: readonly PixelWeights[]): Span {
  if (axis.length === 0) return { from: 0, to: 0 }
  const last = axis[axis.length - 1]
  return { from: axis[0].first, to: last.first + last.weights.length }
}

/** Some rows of a picture; or some of its columns. */
interface Strip extends OpaqueImage {
  /** Numbers of its first row and column in the whole picture. Default: 0. */
  readonly top?: number
  readonly left?: number
}

/** Every row of the span, which counts from the top of the whole picture. */
function resampleRows(strip: Strip, across: readonly PixelWeights[], { from, to }: Span): Strip {
  const { data, width, channels, top = 0, left = 0 } = strip
  const size = { width: across.length, height: to - from, channels, top: from }
  const rowBytes = width * channels
  const rows = { data: data.subarray((from - top) * rowBytes, (to - top) * rowBytes), rowBytes, rows: to - from }
  const weighed = weighRowsByVectors(rows, channels, shift(across, left))
  if (weighed) return { ...size, data: weighed }
  const resampled = new Uint8Array((to - from) * across.length * channels)
  const weighPixel = channels === 3 ? weighColours : weighGrey
  let at = 0
  for (let row = from; row < to; row++) {
    for (const { first, weights } of across) {
      weighPixel(data, ((row - top) * width + first - left) * channels, weights, resampled, at)
      at += channels
    }
  }
  return { ...size, data: resampled }
}

const shift = (positions: readonly PixelWeights[], by: number): readonly PixelWeights[] =>
  by === 0 ? positions : positions.map(({ first, weights }) => ({ first: first - by, weights }))

/** Every column of the span, which counts from the left of the whole picture. */
function resampleColumns(strip: Strip, down: readonly PixelWeights[], { from, to }: Span): Strip {
  const { data, width, channels, top = 0, left = 0 } = strip
  const rowLength = (to - from) * channels
  const size = { width: to - from, height: down.length, channels, left: from }
  const isWhole = rowLength === width * channels
  const weighed = isWhole && weighColumnsByVectors({ data, rowBytes: rowLength, rows: strip.height }, shift(down, top))
  if (weighed) return { ...size, data: weighed }
  const resampled = new Uint8Array(down.length * rowLength)
  const sums = new Int32Array(rowLength)
  down.forEach(({ first, weights }, row) => {
    sums.fill(half)
    // Row after row, as they lie in memory.
    weights.forEach((weight, index) => {
      const start = ((first + index - top) * width + from - left) * channels
      for (let column = 0; column < rowLength; column++) sums[column] += Math.imul(data[start + column], weight)
    })
    for (let column = 0; column < rowLength; column++) resampled[row * rowLength + column] = toByte(sums[column])
  })
  return { ...size, data: resampled }
}

const half = 1 << (precisionBits - 1)

function weighGrey(data: OpaqueImage['data'], start: number, weights: Int32Array, into: Uint8Array, at: number): void {
  let sum = half
  for (let index = 0; index < weights.length; index++) sum = (sum + Math.imul(data[start + index], weights[index])) | 0
  into[at] = toByte(sum)
}

function weighColours(
  data: OpaqueImage['data'],
  start: number,
  weights: Int32Array,
  into: Uint8Array,
  at: number,
): void {
  let [red, green, blue] = [half, half, half]
  for (let index = 0, from = start; index < weights.length; index++, from += 3) {
    const weight = weights[index]
    red = (red + Math.imul(data[from], weight)) | 0
    green = (green + Math.imul(data[from + 1], weight)) | 0
    blue = (blue + Math.imul(data[from + 2], weight)) | 0
  }
  into[at] = toByte(red)
  into[at + 1] = toByte(green)
  into[at + 2] = toByte(blue)
}

/** Rounded once, by the half that the sum began with. */
function toByte(sum: number): number {
  const value = sum >> precisionBits
  return value < 0 ? 0 : value > 255 ? 255 : value
}

function pickPixels(
  { data, width, height, channels }: OpaqueImage,
  size: Size,
  columns: Span,
  rows: Span,
): OpaqueImage {
  const across = nearestPositions(width, size.width, columns)
  const down = nearestPositions(height, size.height, rows)
  const picked = new Uint8Array(down.length * across.length * channels)
  let at = 0
  for (const row of down) {
    for (const column of across) {
      const from = (row * width + column) * channels
      for (let channel = 0; channel < channels; channel++) picked[at++] = data[from + channel]
    }
  }
  return { data: picked, width: across.length, height: down.length, channels }
}

/** `part` on black. */
function place(part: OpaqueImage, { width, height }: Size, left: number, top: number): OpaqueImage {
  const { data, channels } = part
  if (part.width === width && part.height === height) return { data, width, height, channels }
  const whole = new Uint8Array(width * height * channels)
  const rowLength = part.width * channels
  for (let row = 0; row < part.height; row++) {
    whole.set(data.subarray(row * rowLength, (row + 1) * rowLength), ((top + row) * width + left) * channels)
  }
  return { data: whole, width, height, channels }
}
