// Labels of uneven classes in; the size, balance, nesting and repeatability of subsets checked.
import { expect, it } from 'vitest'
import { balancedSubset } from './balanced-subset'

// Class c has 100 + 10 c pictures; every seventh picture is not to choose from.
const labels = Uint8Array.from({ length: 10 }, (_, label) => label).reduce(
  (all, label) => Uint8Array.from([...all, ...new Uint8Array(100 + 10 * label).fill(label)]),
  new Uint8Array(),
)
const indices = Int32Array.from(labels.keys()).filter((index) => index % 7 !== 0)
const countOf = (chosen: Int32Array, label: number) => chosen.filter((index) => labels[index] === label).length

it.each([0.01, 0.03, 0.1, 0.3])('takes %d of each class, ascending, each picture once', (fraction) => {
  const chosen = balancedSubset(indices, labels, fraction, 1)
  for (let label = 0; label < 10; label++) {
    expect(countOf(chosen, label)).toBe(Math.max(1, Math.round(fraction * countOf(indices, label))))
  }
  expect([...chosen]).toEqual([...new Set(chosen)].sort((one, other) => one - other))
  expect(chosen.every((index) => indices.includes(index))).toBe(true)
})

it('is everything at 1', () => expect(balancedSubset(indices, labels, 1, 1)).toEqual(indices))

it('is the same for the same seed, another for another, and holds the smaller shares', () => {
  const tenth = balancedSubset(indices, labels, 0.1, 4)
  expect(balancedSubset(indices, labels, 0.1, 4)).toEqual(tenth)
  expect(balancedSubset(indices, labels, 0.1, 5)).not.toEqual(tenth)
  const third = new Set(balancedSubset(indices, labels, 0.3, 4))
  expect(tenth.every((index) => third.has(index))).toBe(true)
})

it.each([0, -0.1, 1.1, Number.NaN])('refuses %d', (fraction) => {
  expect(() => balancedSubset(indices, labels, fraction, 1)).toThrow(RangeError)
})
