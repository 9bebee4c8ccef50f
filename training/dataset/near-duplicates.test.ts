// Random pictures with planted near-duplicates come in; checked is that the groups are those of brute force.
import { describe, expect, it } from 'vitest'
import { nearDuplicates } from './near-duplicates'
import { mirror } from './picture-features'
import { createRandomSource, drawInteger } from './random-source'
import type { RandomSource } from './random-source'
import { UnionFind } from './union-find'

const picture = (pixels: Uint8Array, index: number) => pixels.subarray(index * 784, (index + 1) * 784)

function squaredDistance(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, index) => sum + (value - other[index]) ** 2, 0)
}

function bruteForce(pixels: Uint8Array, distance: number): Int32Array {
  const mirrored = mirror(pixels)
  const groups = new UnionFind(pixels.length / 784)
  for (let one = 0; one < pixels.length / 784; one++) {
    for (let other = one + 1; other < pixels.length / 784; other++) {
      const plain = squaredDistance(picture(pixels, one), picture(pixels, other))
      const turned = squaredDistance(picture(mirrored, one), picture(pixels, other))
      if (Math.sqrt(Math.min(plain, turned)) / 255 < distance) groups.join(one, other)
    }
  }
  return groups.representatives()
}

/** Smooth-ish garments, every third one a disturbed (and every sixth a mirrored) copy of an earlier one. */
function planted(count: number, random: RandomSource): Uint8Array {
  const pixels = new Uint8Array(count * 784)
  for (let index = 0; index < count; index++) {
    const copied = index % 3 === 2
    const original = picture(pixels, drawInteger(random, Math.max(index, 1)))
    const from = index % 6 === 5 ? mirror(original) : original
    const [level, noise] = [drawInteger(random, 256), 1 + drawInteger(random, 30)]
    picture(pixels, index).forEach((_, at, target) => {
      const value = copied ? from[at] : Math.abs((level + at * (1 + (index % 4))) % 256)
      target[at] = Math.max(0, Math.min(255, value + drawInteger(random, noise) - (noise >> 1)))
    })
  }
  return pixels
}

describe('against brute force', () => {
  it.each([[1, 1.5], [2, 1.5], [3, 1.5], [4, 0.6], [5, 3], [6, 8]])('seed %i, distance %d', (seed, distance) => {
    const pixels = planted(90, createRandomSource(seed))
    const groups = nearDuplicates(pixels, distance)
    expect(groups).toEqual(bruteForce(pixels, distance))
    expect(new Set(groups).size).toBeLessThan(90) // the planted ones were found
    expect(new Set(groups).size).toBeGreaterThan(1)
  })
})

describe('at the limit', () => {
  // 382.5 = 1.5 * 255; its square is 146306.25
  const differing = (squares: number[]) => {
    const pixels = new Uint8Array(2 * 784)
    squares.forEach((value, index) => { pixels[784 + index * 30] = value })
    return [...nearDuplicates(pixels)]
  }
  it('joins at 146306 and not at 146307 squared units', () => {
    expect(differing([255, 255, 127, 7, 7, 2, 1, 1])).toEqual([0, 0]) // 130050 + 16129 + 49 + 49 + 4 + 1 + 1 = 146283
    expect(differing([255, 255, 127, 11, 2, 1, 1])).toEqual([0, 0]) // 146306
    expect(differing([255, 255, 127, 11, 2, 1, 1, 1])).toEqual([0, 1]) // 146307
  })
})

it('joins exact mirror images, and keeps others alone', () => {
  const pixels = new Uint8Array(3 * 784)
  picture(pixels, 0).fill(200, 0, 10)
  picture(pixels, 1).set(mirror(picture(pixels, 0)))
  picture(pixels, 2).fill(200, 300, 310)
  expect([...nearDuplicates(pixels)]).toEqual([0, 0, 2])
})

it('joins through a chain', () => {
  const pixels = new Uint8Array(3 * 784)
  ;[0, 200, 255].forEach((value, index) => picture(pixels, index).fill(value, 0, index === 0 ? 0 : 2 * index))
  expect([...nearDuplicates(pixels)]).toEqual([...bruteForce(pixels, 1.5)])
  expect([...nearDuplicates(pixels)]).toEqual([0, 0, 0])
})

it.each([0, 1])('takes %i pictures', (count) => {
  expect(nearDuplicates(new Uint8Array(count * 784)).length).toBe(count)
})
