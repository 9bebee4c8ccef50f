// Known pictures in; what each family of distortions does alone, that nothing else happens, and how long it takes, checked.
import { describe, expect, it } from 'vitest'
import { recipes } from '../config'
import { createRandomSource } from '../dataset/random-source'
import { distort } from './distort'
import type { Distortions } from './distortions'

const drawn = (grey: (x: number, y: number) => number) =>
  Float32Array.from({ length: 784 }, (_, place) => grey(place % 28, Math.floor(place / 28)))
const square = drawn((x, y) => (x > 6 && x < 21 && y > 6 && y < 21 ? 0.8 : 0))
const even = drawn(() => 0.5)
const distorted = (picture: Float32Array, distortions: Distortions, seed = 1) => {
  const copy = Float32Array.from(picture)
  distort(copy, distortions, createRandomSource(seed))
  return copy
}
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0)
const mean = (values: Float32Array) => sum(values) / values.length
const deviation = (values: Float32Array) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))
const seeds = Array.from({ length: 40 }, (_, seed) => seed)
const everything: Distortions = {
  noise: { probability: 1, deviation: 0.3 },
  blur: { probability: 1, deviation: 1.2 },
  contrast: { probability: 1, least: 0.2 },
  rotation: { probability: 1, degrees: 30 },
  scale: { probability: 1, least: 0.6, most: 1.1 },
  erasing: { probability: 1, area: 0.3 },
  background: { probability: 1, grey: 0.4 },
}

it('does nothing, and draws nothing, where no family is named', () => {
  const random = createRandomSource(3)
  const picture = Float32Array.from(square)
  distort(picture, {}, random)
  expect(picture).toEqual(square)
  expect(random.getState()).toEqual(createRandomSource(3).getState())
})

it('leaves untouched as many as it is told', () => {
  const same = Array.from({ length: 2000 }, (_, seed) =>
    distorted(square, { ...everything, untouched: { probability: 0.4 } }, seed),
  ).filter((picture) => picture.every((value, place) => value === square[place]))
  expect(Math.abs(same.length / 2000 - 0.4)).toBeLessThan(0.045) // four standard deviations
})

describe.each(Object.keys(everything) as (keyof Distortions)[])('%s', (family) => {
  it('happens as often as its probability says, and stays within 0 and 1', () => {
    const rare: Distortions = { [family]: { ...everything[family], probability: 0.3 } }
    const changed = Array.from({ length: 2000 }, (_, seed) => distorted(square, rare, seed)).filter((picture) =>
      picture.some((value, place) => value !== square[place]),
    )
    expect(Math.abs(changed.length / 2000 - 0.3)).toBeLessThan(0.04) // four standard deviations
    changed.forEach((picture) => expect(picture.every((value) => value >= 0 && value <= 1)).toBe(true))
  })

  it('is the same for the same seed, and another for another', () => {
    const only: Distortions = { [family]: everything[family] }
    expect(distorted(square, only, 5)).toEqual(distorted(square, only, 5))
    expect(distorted(square, only, 5)).not.toEqual(distorted(square, only, 6))
  })
})

describe('by itself', () => {
  const all = (family: keyof Distortions, picture: Float32Array) =>
    seeds.map((seed) => distorted(picture, { [family]: everything[family] }, seed))

  it('noise has the deviations from 0 to the largest, and no mean', () => {
    const deviations = all('noise', even).map(deviation)
    expect(Math.max(...deviations)).toBeLessThanOrEqual(0.3 * 1.1)
    expect(Math.max(...deviations)).toBeGreaterThan(0.2)
    expect(Math.min(...deviations)).toBeLessThan(0.05)
    all('noise', even).forEach((picture) => expect(Math.abs(mean(picture) - 0.5)).toBeLessThan(0.05))
  })

  it('blur keeps an even grey, and the sum of what lies far from the edge, and lowers its peak', () => {
    all('blur', even).forEach((picture) => expect(Math.abs(picture[0] - 0.5)).toBeLessThan(1e-6))
    const dot = drawn((x, y) => (x === 14 && y === 14 ? 1 : 0))
    all('blur', dot).forEach((picture) => {
      expect(sum(picture)).toBeCloseTo(1, 5)
      expect(picture[14 * 28 + 14]).toBeLessThan(1)
      expect(picture[14 * 28 + 13]).toBeCloseTo(picture[13 * 28 + 14], 6)
    })
  })

  it('contrast keeps the mean and at least 0.2 of the deviation', () => {
    all('contrast', square).forEach((picture) => {
      expect(mean(picture)).toBeCloseTo(mean(square), 5)
      expect(deviation(picture) / deviation(square)).toBeGreaterThan(0.199)
      expect(deviation(picture) / deviation(square)).toBeLessThan(1)
    })
  })

  it('rotation keeps the sum of a square and leans to both sides', () => {
    const bar = drawn((x, y) => ((x === 13 || x === 14) && y > 3 && y < 24 ? 1 : 0))
    const tops = all('rotation', bar).map((picture) => {
      const row = picture.subarray(6 * 28, 7 * 28)
      return row.reduce((total, value, x) => total + value * x, 0) / sum(row) - 13.5
    })
    expect(Math.max(...tops)).toBeGreaterThan(2)
    expect(Math.min(...tops)).toBeLessThan(-2)
    tops.forEach((top) => expect(Math.abs(top)).toBeLessThan(7.5 * Math.tan(Math.PI / 6) + 0.5))
    all('rotation', square).forEach((picture) => expect(Math.abs(sum(picture) / sum(square) - 1)).toBeLessThan(0.03))
  })

  it('scale changes the sum by the square of 0.6 to 1.1', () => {
    const factors = all('scale', square).map((picture) => Math.sqrt(sum(picture) / sum(square)))
    expect(Math.min(...factors)).toBeGreaterThan(0.57)
    expect(Math.max(...factors)).toBeLessThan(1.13)
    expect(Math.max(...factors) - Math.min(...factors)).toBeGreaterThan(0.35)
  })

  it('erasing fills one rectangle of at most 0.3 of the picture with one grey', () => {
    all('erasing', even).forEach((picture) => {
      const places = [...picture.keys()].filter((place) => picture[place] !== 0.5)
      expect(new Set(places.map((place) => picture[place])).size).toBeLessThanOrEqual(1)
      const [columns, rows] = [(place: number) => place % 28, (place: number) => Math.floor(place / 28)].map(
        (axis) => new Set(places.map(axis)).size,
      )
      expect(places).toHaveLength(columns * rows)
      expect(places.length).toBeLessThanOrEqual(0.3 * 784 + 28) // sides are rounded
    })
  })

  it('background leaves what is brighter than its ramp, and fills the rest up to 0.4 at most', () => {
    all('background', square).forEach((picture) => {
      square.forEach((value, place) => expect(picture[place]).toBeGreaterThanOrEqual(value))
      expect(picture[13 * 28 + 13]).toBe(square[13 * 28 + 13])
      expect(Math.max(...picture.filter((_, place) => square[place] === 0))).toBeLessThanOrEqual(0.4)
    })
  })
})

it('takes less than 0.3 ms of the processor a picture as the robust recipes use it', () => {
  const { distortions } = recipes['fashion-nano-robust'].augmentation
  const random = createRandomSource(1)
  const picture = Float32Array.from(square)
  const run = (times: number) => {
    for (let time = 0; time < times; time++) distort(picture, distortions, random)
  }
  run(300)
  const before = process.cpuUsage()
  run(500)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000 / 500).toBeLessThan(0.3)
})
