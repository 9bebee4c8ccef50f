// Differences, other classes, NaN and unequal lengths: what export refuses.
import { expect, it } from 'vitest'
import { assertParity, compareProbabilities } from './check-parity'

it('finds the largest difference and the pictures of another class', () => {
  const parity = compareProbabilities([0.6, 0.4, 0.5, 0.5], [0.4, 0.6, 0.5, 0.5], 2)
  expect(parity).toEqual({ pictures: 2, maxDifference: expect.closeTo(0.2, 12), argmaxDisagreements: 1 })
})

it('never takes NaN for agreement', () => {
  const parity = compareProbabilities([0.6, 0.4], [NaN, 0.4], 2)
  expect(() => assertParity('here', parity)).toThrow('disagrees')
  expect(() => assertParity('here', compareProbabilities([0.6, 0.4, 0.5, 0.5], [NaN, 0.4, 0.5, 0.5], 2))).toThrow(
    'disagrees',
  )
})

it('refuses unequal lengths', () => {
  expect(() => compareProbabilities([1], [1, 0], 2)).toThrow('1 were expected and 2 came')
})

it.each([
  [1e-5, 0, true],
  [1.1e-5, 0, false],
  [0, 1, false],
])('difference %f and %i other classes: %s', (maxDifference, argmaxDisagreements, fine) => {
  const check = () => assertParity('here', { pictures: 10, maxDifference, argmaxDisagreements })
  if (fine) expect(check).not.toThrow()
  else expect(check).toThrow('Nothing was written')
})
