// Checks the median and the quartiles against values worked out by hand.
import { describe, expect, it } from 'vitest'
import { median, quartiles } from './median'

describe('median', () => {
  it.each([
    [[7], 7],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10], // by number, not by text
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected)
  })

  it('leaves the order of the values alone', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })

  it('refuses an empty list', () => {
    expect(() => median([])).toThrow(RangeError)
  })
})

describe('quartiles', () => {
  it.each([
    [[5], [5, 5]],
    [[1, 2, 3, 4, 5], [2, 4]],
    [[4, 3, 2, 1], [1.75, 3.25]],
  ])('of %j are %j', (values, expected) => {
    expect(quartiles(values)).toEqual(expected)
  })
})
