// Numbers of a known range in, batch by batch; how many fell into each of its equal bins out.
import type { Range } from './byte-scale'

/** Symmetric around 0, so that 0 is an edge between two bins. */
export class Histogram {
  readonly counts: Float64Array
  /** Numbers lie from -limit to limit. */
  readonly limit: number

  constructor(readonly range: Range, readonly bins: number, readonly countsZeros = true) {
    this.limit = Math.max(Math.abs(range.min), Math.abs(range.max))
    this.counts = new Float64Array(bins)
  }

  get width(): number {
    return 2 * this.limit / this.bins
  }

  add(numbers: ArrayLike<number>): void {
    const { limit, bins, counts, countsZeros } = this
    if (limit === 0) return
    for (let i = 0; i < numbers.length; i++) {
      if (numbers[i] === 0 && !countsZeros) continue
      const bin = Math.floor((numbers[i] + limit) / (2 * limit) * bins)
      counts[Math.max(0, Math.min(bins - 1, bin))]++
    }
  }

  /** The value at a bin's lower edge. */
  edge(bin: number): number {
    return -this.limit + bin * this.width
  }
}
