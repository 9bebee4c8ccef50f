// The length of a side before and after in, the integer weights for some of the new pixels, as Pillow has them, out.
import type { PixelWeights } from './lanczos-weights'
import type { Kernel } from './pillow-filters'

/** Pillow's 8-bit images: 32 bits less 8 of the value and 2 for what kernels overshoot. */
export const precisionBits = 22

/** The new pixels `from` up to `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * As in src/libImaging/Resample.c of Pillow: the kernel is widened when a side shrinks, is cut off at the border and
 * scaled to the sum of one; each weight is then rounded by itself, so that their sum may be a little off.
 */
export function pillowWeights(
  kernel: Kernel,
  oldLength: number,
  newLength: number,
  { from, to }: Span,
): PixelWeights[] {
  const scale = oldLength / newLength
  const stretch = Math.max(1, scale)
  const support = kernel.support * stretch
  return Array.from({ length: to - from }, (_, index) => {
    const centre = (from + index + 0.5) * scale
    const first = Math.max(0, Math.trunc(centre - support + 0.5))
    const end = Math.min(oldLength, Math.trunc(centre + support + 0.5))
    return { first, weights: weigh(kernel, first, end, centre, stretch) }
  })
}

function weigh({ weigh: kernel }: Kernel, first: number, end: number, centre: number, stretch: number): Int32Array {
  const exact = Array.from({ length: end - first }, (_, index) =>
    kernel((first + index - centre + 0.5) * (1 / stretch)),
  )
  const sum = exact.reduce((total, weight) => total + weight, 0)
  return Int32Array.from(exact, (weight) => roundWeight(sum === 0 ? weight : weight / sum))
}

/** Halves away from zero. */
function roundWeight(weight: number): number {
  return Math.trunc(weight * (1 << precisionBits) + (weight < 0 ? -0.5 : 0.5))
}
