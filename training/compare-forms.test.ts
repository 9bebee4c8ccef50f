// What a smaller form costs, counted by hand, and where it is refused.
import { expect, it } from 'vitest'
import { compareForms, reasonAgainst } from './compare-forms'

it('counts lost accuracy and changed answers apart: a change may be for the better', () => {
  const whole = [0.9, 0.1, 0.2, 0.8, 0.4, 0.6, 0.7, 0.3] // answers 0 1 1 0
  const small = [0.8, 0.2, 0.6, 0.4, 0.6, 0.4, 0.7, 0.3] // answers 0 0 0 0
  expect(compareForms(whole, small, [0, 1, 0, 0], 2)).toEqual({ accuracyLoss: 0, changedAnswers: 0.5 })
  expect(compareForms(whole, small, [0, 1, 1, 0], 2)).toEqual({ accuracyLoss: 0.5, changedAnswers: 0.5 })
})

it.each([
  [0.001, 0.005, undefined],
  [-0.002, 0, undefined],
  [0.0012, 0, 'it loses 0.12 % of accuracy; 0.10 % is allowed'],
  [0, 0.0052, 'it changes 0.52 % of the answers; 0.50 % is allowed'],
])('a loss of %d with %d changed: %s', (accuracyLoss, changedAnswers, reason) => {
  expect(reasonAgainst({ accuracyLoss, changedAnswers })).toBe(reason)
})
