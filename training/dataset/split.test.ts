// Labels and groups come in; checked are the promises of the split and that a seed repeats it.
import { describe, expect, it } from 'vitest'
import { createRandomSource, drawInteger } from './random-source'
import { membersOf, splitTrainingSet } from './split'

const random = createRandomSource(33)
const COUNT = 6000
const labels = new Uint8Array(COUNT).map((_, index) => index % 10)
/** Groups of up to 12 pictures, also of several classes: picture n joins one of the 20 before it at times. */
const groups = new Int32Array(COUNT)
groups.forEach((_, index) => {
  const joins = index > 20 && drawInteger(random, 4) === 0
  groups[index] = joins ? groups[index - 1 - drawInteger(random, 20)] : index
})

describe.each([1, 2, 3])('seed %i', (seed) => {
  const { train, validation } = splitTrainingSet(labels, groups, seed, 50)

  it('gives every picture to exactly one side, in ascending order', () => {
    expect(validation).toHaveLength(500)
    expect(train).toHaveLength(COUNT - 500)
    expect(Int32Array.from([...train, ...validation]).sort()).toEqual(Int32Array.from(labels.keys()))
    for (const side of [train, validation]) expect(side).toEqual(side.slice().sort())
  })

  it('takes exactly as many of each class', () => {
    const counts = new Array<number>(10).fill(0)
    for (const picture of validation) counts[labels[picture]]++
    expect(counts).toEqual(new Array(10).fill(50))
  })

  it('keeps every group whole', () => {
    const chosen = new Set(validation)
    let wholly = 0
    for (const members of membersOf(groups).values()) {
      const inside = members.filter((picture) => chosen.has(picture)).length
      expect([0, members.length]).toContain(inside)
      if (inside > 1) wholly++
    }
    expect(wholly).toBeGreaterThan(0) // groups do reach validation
  })

  it('repeats with the seed alone', () => {
    expect(splitTrainingSet(labels, groups, seed, 50)).toEqual({ train, validation })
    expect(splitTrainingSet(labels, groups, seed + 1, 50).validation).not.toEqual(validation)
  })
})

it('refuses what cannot be split', () => {
  const everyoneTogether = new Int32Array(COUNT)
  expect(() => splitTrainingSet(labels, everyoneTogether, 1, 50)).toThrow(
    expect.objectContaining({ code: 'dataset-split', expected: '50 validation pictures of class 0', received: '0' }),
  )
  expect(() => splitTrainingSet(labels, Int32Array.from(labels.keys()), 1, 601)).toThrow(/dataset-split/)
})
