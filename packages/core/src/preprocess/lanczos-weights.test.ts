// Pairs of lengths in; the weights' sums, their mirror symmetry and their bounds out.
import { describe, expect, it } from 'vitest'
import { lanczosWeights, weightOne } from './lanczos-weights'

const lengths = [1, 2, 3, 4, 5, 7, 8, 13, 27, 28, 29, 55, 56, 57, 100, 101, 399, 400, 533, 3000]
const newLengths = [1, 2, 3, 10, 27, 28, 29, 57, 100]

describe.each(lengths)('from %s', (from) => {
  it.each(newLengths)('to %s sums to one for each pixel, within the picture and within 32 bits', (to) => {
    const rows = lanczosWeights(from, to)
    expect(rows).toHaveLength(to)
    const sums = rows.map(({ weights }) => weights.reduce((total, weight) => total + weight))
    expect(sums).toEqual(rows.map(() => weightOne))
    const magnitudes = rows.map(({ weights }) => weights.reduce((total, weight) => total + Math.abs(weight)))
    expect(Math.max(...magnitudes)).toBeLessThan(2 * weightOne)
    expect(rows.every(({ first, weights }) => first >= 0 && first + weights.length <= from)).toBe(true)
  })

  it.each(newLengths)('to %s is its own mirror image', (to) => {
    const rows = lanczosWeights(from, to)
    const mirrored = rows.map(({ first, weights }) =>
      ({ first: from - first - weights.length, weights: weights.slice().reverse() }))
    expect(mirrored.reverse()).toEqual(rows)
  })
})

it('copies where the length stays', () => {
  for (const { first, weights } of lanczosWeights(9, 9)) {
    expect(Array.from(weights).filter((weight) => weight !== 0)).toEqual([weightOne])
    expect(first).toBeGreaterThanOrEqual(0)
  }
})
