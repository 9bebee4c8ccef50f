// Small index lists come in; checked is that every order is equally likely and that seeds repeat.
import { expect, it } from 'vitest'
import { createRandomSource } from './random-source'
import { shuffle } from './shuffle'

const range = (count: number) => Int32Array.from({ length: count }, (_, index) => index)

it('keeps every index once and shuffles in place', () => {
  const indices = range(1000)
  expect(shuffle(indices, createRandomSource(1))).toBe(indices)
  expect(indices).not.toEqual(range(1000))
  expect(indices.slice().sort()).toEqual(range(1000))
})

it('repeats with the seed and differs between seeds', () => {
  const order = (seed: number) => shuffle(range(100), createRandomSource(seed))
  expect(order(1)).toEqual(order(1))
  expect(order(1)).not.toEqual(order(2))
})

it('gives each of the 24 orders of four equally often', () => {
  const counts = new Map<string, number>()
  const random = createRandomSource(9)
  for (let round = 0; round < 24_000; round++) {
    const order = shuffle(range(4), random).join()
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(160)
})

it.each([0, 1])('leaves %i indices alone', (count) => {
  expect(shuffle(range(count), createRandomSource(1))).toEqual(range(count))
})
