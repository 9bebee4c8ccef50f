// Ranges in; scale and zero point of their bytes worked out by hand out.
import { expect, it } from 'vitest'
import { byteScale, joinRanges } from './byte-scale'

it.each([
  ['from zero on', { min: 0, max: 2.55 }, { scale: Math.fround(0.01), zeroPoint: 0 }],
  ['up to zero', { min: -5.1, max: 0 }, { scale: Math.fround(0.02), zeroPoint: 255 }],
  ['around zero', { min: -127, max: 128 }, { scale: 1, zeroPoint: 127 }],
  ['a half goes to the even byte, down', { min: -0.5, max: 254.5 }, { scale: 1, zeroPoint: 0 }],
  ['a half goes to the even byte, up', { min: -1.5, max: 253.5 }, { scale: 1, zeroPoint: 2 }],
  ['beyond zero: zero is taken in', { min: 1, max: 2.55 }, { scale: Math.fround(0.01), zeroPoint: 0 }],
  ['below zero: zero is taken in', { min: -2.55, max: -1 }, { scale: Math.fround(0.01), zeroPoint: 255 }],
  ['one number', { min: 0, max: 0 }, { scale: 1, zeroPoint: 0 }],
  ['too narrow for float32', { min: 0, max: 1e-45 }, { scale: 2 ** -126, zeroPoint: 0 }],
])('%s', (_, range, expected) => {
  expect(byteScale(range)).toEqual(expected)
})

it('joins ranges', () => {
  expect(joinRanges({ min: -1, max: 2 }, { min: -3, max: 1 })).toEqual({ min: -3, max: 2 })
})
