// Pairs come in; checked are the groups.
import { expect, it } from 'vitest'
import { UnionFind } from './union-find'

it('begins with everyone alone', () => {
  expect([...new UnionFind(3).representatives()]).toEqual([0, 1, 2])
})

it('joins chains and stars under the smallest member', () => {
  const sets = new UnionFind(9)
  for (const [one, other] of [[8, 7], [7, 6], [2, 4], [4, 2], [6, 5], [3, 3], [4, 1]]) sets.join(one, other)
  expect([...sets.representatives()]).toEqual([0, 1, 1, 3, 1, 5, 5, 5, 5])
  expect(sets.find(8)).toBe(5)
})
