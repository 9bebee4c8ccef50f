// Known pictures come in; checked are what happens at fixed settings, how often it happens, and repeatability.
import { describe, expect, it } from 'vitest'
import { augment } from './augment'
import type { Augmentation } from './augment'
import { createRandomSource, restoreRandomSource } from './random-source'
import { scalePictures } from './scale-pictures'

const STILL: Augmentation = { flipProbability: 0, shift: 0, cutoutSize: 0, cutoutProbability: 0 }
const LIVELY: Augmentation = { flipProbability: 0.5, shift: 2, cutoutSize: 8, cutoutProbability: 0.5 }
const COUNT = 128
const source = new Uint8Array(COUNT * 784).map((_, index) => (index * 37 + (index >> 8)) % 256)
const everyone = Int32Array.from({ length: COUNT }, (_, index) => index)

/** Changes `draws` copies of one picture that holds a single bright pixel at (10, 13). */
function changeDot(draws: number, augmentation: Augmentation) {
  const dot = new Uint8Array(784)
  dot[13 * 28 + 10] = 255
  const target = new Float32Array(draws * 784)
  augment(dot, new Int32Array(draws), createRandomSource(21), augmentation, target)
  return Array.from({ length: draws }, (_, index) => target.subarray(index * 784, (index + 1) * 784).indexOf(1))
}

const share = (values: number[], holds: (value: number) => boolean) => values.filter(holds).length / values.length

describe('at fixed settings', () => {
  it('only scales when everything is off', () => {
    const [target, plain] = [new Float32Array(COUNT * 784), new Float32Array(COUNT * 784)]
    augment(source, everyone, createRandomSource(1), STILL, target)
    scalePictures(source, everyone, plain)
    expect(target).toEqual(plain)
  })

  it('always mirrors at probability 1', () => {
    expect(new Set(changeDot(50, { ...STILL, flipProbability: 1 }))).toEqual(new Set([13 * 28 + 17]))
  })

  it('always cuts at probability 1', () => {
    const target = new Float32Array(784)
    augment(new Uint8Array(784).fill(255), Int32Array.of(0), createRandomSource(1), {
      ...STILL, cutoutProbability: 1, cutoutSize: 56,
    }, target)
    expect(target.every((value) => value === 0)).toBe(true)
  })
})

describe('distortions', () => {
  it('happen to each picture of a batch by itself, after the six draws of all recipes', () => {
    const [plain, distorted] = [new Float32Array(2 * 784), new Float32Array(2 * 784)]
    augment(source, Int32Array.of(3, 4), createRandomSource(5), LIVELY, plain)
    const distortions = { contrast: { probability: 1, least: 0.2 } }
    augment(source, Int32Array.of(3, 4), createRandomSource(5), { ...LIVELY, distortions }, distorted)
    const contrastOf = (batch: Float32Array, place: number) => {
      const picture = batch.subarray(place * 784, (place + 1) * 784)
      return Math.max(...picture) - Math.min(...picture)
    }
    expect(contrastOf(distorted, 0)).toBeLessThan(contrastOf(plain, 0))
    expect(contrastOf(distorted, 1)).toBeLessThan(1)
    expect(contrastOf(distorted, 1)).not.toBe(contrastOf(distorted, 0))
  })
})

describe('over 20,000 draws', () => {
  it('mirrors half of them', () => {
    expect(share(changeDot(20_000, { ...STILL, flipProbability: 0.5 }), (at) => at % 28 === 17)).toBeCloseTo(0.5, 1.5)
  })

  it('takes each of the 25 shifts by up to 2 equally often', () => {
    const places = changeDot(20_000, { ...STILL, shift: 2 })
    for (let shiftY = -2; shiftY <= 2; shiftY++) {
      for (let shiftX = -2; shiftX <= 2; shiftX++) {
        const place = (13 + shiftY) * 28 + 10 + shiftX
        expect(Math.abs(share(places, (at) => at === place) - 0.04)).toBeLessThan(0.007)
      }
    }
  })

  it('cuts a given pixel as often as chance and area say', () => {
    const cutRate = share(changeDot(20_000, { ...STILL, cutoutSize: 8, cutoutProbability: 0.5 }), (at) => at === -1)
    expect(Math.abs(cutRate - (0.5 * 64) / 784)).toBeLessThan(0.007)
  })
})

describe('repeatability', () => {
  it('is the same for the same seed, another for another', () => {
    const run = (seed: number) => {
      const target = new Float32Array(COUNT * 784)
      augment(source, everyone, createRandomSource(seed), LIVELY, target)
      return target
    }
    expect(run(1)).toEqual(run(1))
    expect(run(1)).not.toEqual(run(2))
  })

  it('continues identically from a saved state', () => {
    const random = createRandomSource(4)
    const [first, second] = [new Float32Array(COUNT * 784), new Float32Array(COUNT * 784)]
    augment(source, everyone, random, LIVELY, first)
    const restored = restoreRandomSource(random.getState())
    augment(source, everyone, random, LIVELY, first)
    augment(source, everyone, restored, LIVELY, second)
    expect(second).toEqual(first)
  })

  it('draws as often whatever the settings', () => {
    const states = [STILL, LIVELY].map((augmentation) => {
      const random = createRandomSource(8)
      augment(source, everyone, random, augmentation, new Float32Array(COUNT * 784))
      return random.getState()
    })
    expect(states[0]).toEqual(states[1])
  })
})
