// A histogram in; the range that leaves out the outermost thousandth of a percent of its numbers out.
import type { Range } from './byte-scale'
import type { Histogram } from './histogram'

export const percentile = 99.999

/** Half of what is left out lies at each end; the range ends at edges of bins, and never beyond what was seen. */
export function percentileRange(histogram: Histogram): Range {
  const { counts, range } = histogram
  const total = counts.reduce((sum, count) => sum + count, 0)
  const outside = total * (1 - percentile / 100) / 2
  const lowest = firstBeyond(counts, outside)
  const highest = counts.length - firstBeyond([...counts].reverse(), outside)
  return {
    min: Math.max(range.min, histogram.edge(lowest)),
    max: Math.min(range.max, histogram.edge(highest)),
  }
}

/** The bin in which more than so many numbers are gathered. */
function firstBeyond(counts: ArrayLike<number>, outside: number): number {
  let sum = 0
  for (let bin = 0; bin < counts.length; bin++) {
    sum += counts[bin]
    if (sum > outside) return bin
  }
  return 0
}
