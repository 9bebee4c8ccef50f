// Checks that the rounds of a comparison take turns.
import { expect, it } from 'vitest'
import { alternate } from './alternate'

it.each([
  [['ours', 'bare'], 0, []],
  [['ours', 'bare'], 3, [['ours', 'bare'], ['bare', 'ours'], ['ours', 'bare']]],
  [['a', 'b', 'c'], 2, [['a', 'b', 'c'], ['c', 'b', 'a']]],
])('%j in %d rounds', (contestants, rounds, expected) => {
  expect(alternate(contestants, rounds)).toEqual(expected)
})

it('lets each of two be first equally often in an even number of rounds', () => {
  const first = alternate(['ours', 'bare'], 6).map(([contestant]) => contestant)
  expect(first.filter((contestant) => contestant === 'ours')).toHaveLength(3)
})
