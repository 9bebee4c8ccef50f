// Values of every kind in, their names in error messages out.
import { describe, expect, it } from 'vitest'
import { describeValue } from './describe-value'

describe('describeValue', () => {
  it.each([
    ['a "b"', '"a \\"b\\""'],
    ['x'.repeat(61), `"${'x'.repeat(60)}..."`],
    [Number.NaN, 'NaN'],
    [null, 'null'],
    [undefined, 'undefined'],
    [12n, '12n'],
    [Symbol('s'), 'Symbol(s)'],
    [() => 1, 'a function'],
    [[], '[]'],
    [[1, 'b'], '[1, "b"]'],
    [[1, 2, 3, 4, 5], 'an array of 5 values'],
    [[{}], 'an array of 1 values'],
    [{}, 'an empty object'],
    [{ a: 1, b: 2 }, 'an object with a, b'],
    [Object.create(null), 'an empty object'],
    [new Uint8Array(3), 'an object of type Uint8Array'],
    [new Map(), 'an object of type Map'],
  ])('%s', (value, words) => {
    expect(describeValue(value)).toBe(words)
  })
})
