// The length of a side before and after in, the integer weights for each new pixel out.
import { lanczos, lanczosSupport } from './lanczos-kernel'

/** The weights of one pixel sum to this, exactly. A sum of 255 times the weights still fits into 32 bits. */
export const weightOne = 1 << 20

export interface PixelWeights {
  /** Position of the first old pixel that has a weight. */
  readonly first: number
  /** In units of 1 / weightOne. */
  readonly weights: Int32Array
}

/**
 * Pixels are sampled at their centres. Downwards the kernel is widened by the factor of the reduction, which is what
 * keeps fine patterns from turning into false ones. Beyond the border there is nothing: the weights inside are scaled
 * up instead. The second half mirrors the first, so that a mirrored picture gives the mirrored result to the bit.
 */
export function lanczosWeights(oldLength: number, newLength: number): PixelWeights[] {
  const length = Math.ceil(newLength / 2)
  const half = Array.from({ length }, (_, position) => weightsOf(position, oldLength, newLength))
  return Array.from({ length: newLength }, (_, position) => {
    const mirrored = newLength - 1 - position
    return position < half.length ? half[position] : mirror(half[mirrored], oldLength)
  })
}

function weightsOf(position: number, oldLength: number, newLength: number): PixelWeights {
  const stretch = Math.max(1, oldLength / newLength)
  const centre = (2 * position + 1) * oldLength / (2 * newLength)
  const first = Math.max(0, Math.floor(centre - lanczosSupport * stretch))
  const end = Math.min(oldLength, Math.ceil(centre + lanczosSupport * stretch))
  const kernel = Array.from({ length: end - first }, (_, index) => lanczos((first + index + 0.5 - centre) / stretch))
  const sum = kernel.reduce((total, weight) => total + weight, 0)
  const weights = Int32Array.from(kernel, (weight) => Math.round(weight / sum * weightOne))
  addRemainder(weights, centre - first - 0.5)
  return { first, weights }
}

/** What rounding left goes to the pixel nearest to the centre, or to both of its neighbours where two are as near. */
function addRemainder(weights: Int32Array, centre: number): void {
  const remainder = weightOne - weights.reduce((total, weight) => total + weight, 0)
  const lower = Math.floor(centre)
  if (centre - lower !== 0.5) {
    weights[Math.round(centre)] += remainder
    return
  }
  weights[lower] += Math.floor(remainder / 2)
  weights[lower + 1] += remainder - Math.floor(remainder / 2)
}

function mirror({ first, weights }: PixelWeights, oldLength: number): PixelWeights {
  return { first: oldLength - first - weights.length, weights: weights.slice().reverse() }
}
