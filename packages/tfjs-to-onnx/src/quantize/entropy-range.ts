// A histogram in; the range whose 256 steps tell most of its distribution (least Kullback-Leibler divergence) out.
import type { Range } from './byte-scale'
import type { Histogram } from './histogram'

const steps = 256
/** Between two ranges that are compared: as many bins on each side. */
const stride = 16

/**
 * The histogram must not count zeros: after a Relu they are most of the numbers, and a byte tells them exactly anyway.
 * Candidates grow around 0, from as many bins as there are steps, and end where the numbers end. What lies outside is
 * counted into the outermost bins of the
 * true distribution; the other one is what 256 equal steps can tell apart.
 */
export function entropyRange(histogram: Histogram): Range {
  const { counts, range } = histogram
  const middle = counts.length / 2
  const firstUsed = counts.findIndex(count => count > 0)
  const lastUsed = counts.reduce((last, count, bin) => count > 0 ? bin : last, 0)
  let best = { divergence: Infinity, range }
  for (let half = stride; half <= middle; half += stride) {
    const low = Math.max(middle - half, firstUsed)
    const high = Math.min(middle + half, lastUsed + 1)
    if (high - low < steps) continue
    const divergence = divergenceOf(counts, low, high)
    if (divergence >= best.divergence) continue
    best = { divergence, range: {
      min: Math.max(range.min, histogram.edge(low)),
      max: Math.min(range.max, histogram.edge(high)),
    } }
  }
  return best.range
}

function divergenceOf(counts: Float64Array, low: number, high: number): number {
  const inside = counts.slice(low, high)
  const whole = inside.slice()
  whole[0] += sum(counts.subarray(0, low))
  whole[whole.length - 1] += sum(counts.subarray(high))
  return divergence(smooth(whole), smooth(quantize(inside, whole)))
}

/** Each of the 256 steps spreads its numbers evenly over those of its bins that hold any. */
function quantize(inside: Float64Array, whole: Float64Array): Float64Array {
  const spread = new Float64Array(inside.length)
  for (let step = 0; step < steps; step++) {
    const start = Math.floor(step * inside.length / steps)
    const end = Math.floor((step + 1) * inside.length / steps)
    const used = whole.subarray(start, end).reduce((count, value) => count + (value > 0 ? 1 : 0), 0)
    const share = used === 0 ? 0 : sum(inside.subarray(start, end)) / used
    for (let bin = start; bin < end; bin++) spread[bin] = whole[bin] > 0 ? share : 0
  }
  return spread
}

const least = 1e-4

/** No bin may be empty in one distribution and not in the other: the divergence would be infinite. */
function smooth(counts: Float64Array): Float64Array {
  const total = sum(counts)
  return counts.map(count => (count + least) / (total + least * counts.length))
}

const divergence = (truth: Float64Array, told: Float64Array): number =>
  truth.reduce((total, share, bin) => total + share * Math.log(share / told[bin]), 0)

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
