// Drawn distributions in; the ranges that percentile and entropy cut out of them out.
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../test/seeded-random'
import { entropyRange } from './entropy-range'
import { Histogram } from './histogram'
import { percentileRange } from './percentile-range'

const random = seededRandom(5)
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const many = (count: number, draw: () => number) => Float64Array.from({ length: count }, draw)
const uniform = many(20_000, () => random() * 2 - 1)
const bell = many(20_000, normal)
const withOutlier = Float64Array.from([...bell, 100])
const rectified = withOutlier.map(value => Math.max(0, value))

function histogramOf(numbers: Float64Array, bins: number, countsZeros: boolean): Histogram {
  const range = { min: numbers.reduce((a, b) => Math.min(a, b)), max: numbers.reduce((a, b) => Math.max(a, b)) }
  const histogram = new Histogram(range, bins, countsZeros)
  histogram.add(numbers.subarray(0, 7000))
  histogram.add(numbers.subarray(7000))
  return histogram
}

it('counts every number once, the outermost ones included', () => {
  const { counts, limit } = histogramOf(Float64Array.from([-4, -1, 0, 0, 1, 3]), 8, true)
  expect(limit).toBe(4)
  expect([...counts]).toEqual([1, 0, 0, 1, 2, 1, 0, 1])
  expect([...histogramOf(Float64Array.from([-4, 0, 0, 4]), 2, false).counts]).toEqual([1, 1])
})

describe('percentile', () => {
  it('leaves out five of a million at each end', () => {
    const histogram = new Histogram({ min: -1, max: 1 }, 20)
    histogram.counts.fill(999_988 / 16)
    histogram.counts.set([2, 3], 0)
    histogram.counts.set([1, 6], 18)
    const { min, max } = percentileRange(histogram)
    expect(min).toBeCloseTo(-0.8, 9) // 5 of the million lie below
    expect(max).toBeCloseTo(1, 9) // the last bin holds 6, and only 5 may be left out
  })

  it('never exceeds what was seen', () => {
    expect(percentileRange(histogramOf(bell, 2048, true))).toEqual({ min: Math.min(...bell), max: Math.max(...bell) })
    expect(percentileRange(new Histogram({ min: 0, max: 0 }, 2048))).toEqual({ min: 0, max: 0 })
  })
})

describe('entropy', () => {
  it('keeps an even distribution whole', () => {
    const { min, max } = entropyRange(histogramOf(uniform, 4096, false))
    expect(min).toBeLessThan(-0.98)
    expect(max).toBeGreaterThan(0.98)
  })

  it.each([['both signs', withOutlier, -8], ['zeros after a Relu', rectified, 0]])('cuts off one far number: %s', (_, numbers, least) => {
    const { min, max } = entropyRange(histogramOf(numbers, 4096, false))
    expect(max).toBeGreaterThan(2.5)
    expect(max).toBeLessThan(20)
    expect(min).toBeGreaterThanOrEqual(least)
  })

  it('takes a tensor of zeros', () => {
    expect(entropyRange(histogramOf(new Float64Array(9), 4096, false))).toEqual({ min: 0, max: 0 })
  })
})
