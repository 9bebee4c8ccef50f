// Drawn pictures in; what each corruption does to them, by its published constants, checked.
import { describe, expect, it } from 'vitest'
import { createRandomSource } from '../dataset/random-source'
import { corruptPictures } from './corrupt-pictures'
import { corruptionNames, corruptions, type CorruptionName } from './corruptions'

const picture = (grey: (x: number, y: number) => number) =>
  Uint8Array.from({ length: 784 }, (_, place) => grey(place % 28, Math.floor(place / 28)))
const uniform = (value: number) => picture(() => value)
const dot = (x: number, y: number) => picture((column, row) => (column === x && row === y ? 255 : 0))
const garment = picture((x, y) => (x > 5 && x < 22 && y > 3 && y < 25 ? 90 + 5 * x + 2 * ((x * y) % 9) : 0))
const corrupt = (name: CorruptionName, input: Uint8Array, seed = 1) =>
  corruptions[name].corrupt(input, createRandomSource(seed))
const sum = (values: Uint8Array) => values.reduce((total, value) => total + value, 0)
const share = (values: Uint8Array, holds: (value: number) => boolean) => values.filter(holds).length / values.length

describe.each(corruptionNames)('%s', (name) => {
  it('changes a garment, the same way for the same seed, and leaves its input alone', () => {
    const input = Uint8Array.from(garment)
    const output = corrupt(name, input)
    expect(input).toEqual(garment)
    expect(output).toHaveLength(784)
    expect(output).not.toEqual(garment)
    expect(corrupt(name, input)).toEqual(output)
  })
})

it('corrupts a picture of many as it would alone, whatever stands before it', () => {
  const pictures = Uint8Array.from([...uniform(120), ...garment, ...uniform(3)])
  const all = corruptPictures(pictures, 'shot-noise')
  expect(corruptPictures(pictures.slice(784, 1568), 'shot-noise', 1)).toEqual(all.slice(784, 1568))
})

describe('noise', () => {
  it('of few photons counts them: four values, black stays black, the mean is that of the clipped distribution', () => {
    expect(sum(corrupt('shot-noise', uniform(0)))).toBe(0)
    const counts = Array.from({ length: 20 }, (_, seed) => corrupt('shot-noise', uniform(85), seed)) // one on average
    expect(new Set(counts.flatMap((values) => [...values]))).toEqual(new Set([0, 85, 170, 255]))
    const ones = counts.reduce((total, values) => total + share(values, (value) => value === 85), 0) / 20
    expect(Math.abs(ones - Math.exp(-1))).toBeLessThan(0.012) // three standard deviations
  })

  it('of dead pixels makes 17 % of the values black or white, each as often', () => {
    const all = Uint8Array.from(Array.from({ length: 20 }, (_, seed) => [...corrupt('impulse-noise', uniform(128), seed)]).flat())
    expect(Math.abs(share(all, (value) => value === 0) - 0.085)).toBeLessThan(0.007)
    expect(Math.abs(share(all, (value) => value === 255) - 0.085)).toBeLessThan(0.007)
    expect(share(all, (value) => value === 128)).toBeGreaterThan(0.82)
  })
})

describe('blur', () => {
  it.each(['glass-blur', 'motion-blur'] as const)('%s leaves an even grey as it is', (name) => {
    expect(corrupt(name, uniform(128))).toEqual(uniform(128))
  })

  it('by motion smears a dot over a trail of the same sum, whose end is its brightest place', () => {
    const output = corrupt('motion-blur', dot(20, 14))
    expect(Math.abs(sum(output) - 255)).toBeLessThan(6) // each value is rounded
    expect(Math.max(...output)).toBe(output[14 * 28 + 20])
    expect(share(output, (value) => value > 0) * 784).toBeGreaterThan(6)
  })

  it('by glass moves a dot by two places at most, and blurs it further down the column by twice three', () => {
    const output = corrupt('glass-blur', dot(14, 14))
    output.forEach((value, place) => {
      if (value === 0) return
      expect(Math.abs((place % 28) - 14)).toBeLessThanOrEqual(4)
      expect(Math.abs(Math.floor(place / 28) - 14)).toBeLessThanOrEqual(10)
    })
    expect(sum(output)).toBeGreaterThan(150)
  })
})

describe('geometry', () => {
  const bar = picture((x) => (x === 13 || x === 14 ? 200 : 0)) // through the centre, which stays where it is
  const centreOfRow = (values: Uint8Array, y: number) => {
    const row = values.subarray(y * 28, y * 28 + 28)
    return row.reduce((total, value, x) => total + x * value, 0) / sum(row)
  }

  it.each([
    ['shear', Math.sin(0.4)],
    ['rotate', Math.tan(0.4)],
  ] as const)('%s leans an upright bar to either side', (name, slope) => {
    const leans = [1, 2, 3, 4, 5, 6].map((seed) => {
      const output = corrupt(name, bar, seed)
      return (centreOfRow(output, 20) - centreOfRow(output, 7)) / 13
    })
    leans.forEach((lean) => expect(Math.abs(lean)).toBeCloseTo(slope, 1.5))
    expect(new Set(leans.map(Math.sign))).toEqual(new Set([-1, 1]))
  })

  it('scale leaves 0.7 of the width and height, so 0.49 of the sum', () => {
    const square = picture((x, y) => (x > 6 && x < 21 && y > 6 && y < 21 ? 250 : 0))
    expect(Math.abs(sum(corrupt('scale', square)) / sum(square) - 0.49)).toBeLessThan(0.03)
    expect(corrupt('scale', uniform(100))[0]).toBe(0) // what comes in from outside is black
  })

  it.each([
    ['mirrored', 24, 5],
    ['upside-down', 3, 22],
    ['turned-right', 22, 3],
    ['turned-left', 5, 24],
  ] as const)('%s puts what was at (3, 5) to (%i, %i)', (name, x, y) => {
    expect(corrupt(name, dot(3, 5))).toEqual(dot(x, y))
  })
})

describe('tone', () => {
  it.each([
    ['brightness', 51, 178], // 0.2 + 0.5
    ['brightness', 200, 255],
    ['inverse', 51, 204],
    ['saturate', 0, 49], // 0.2 of 0.977
    ['saturate', 5, 147],
    ['saturate', 11, 249],
    ['contrast', 51, 51], // an even picture is its own mean
  ] as const)('%s makes %i to %i', (name, from, to) => {
    expect(corrupt(name, uniform(from))).toEqual(uniform(to))
  })

  it('contrast leaves a tenth of the distance to the mean', () => {
    const output = corrupt('contrast', picture((x) => (x < 14 ? 10 : 201))) // mean 105.5
    expect([output[0], output[27]]).toEqual([95, 115])
  })
})

describe('occlusion', () => {
  it.each([10, 20, 30, 40] as const)('of %i percent hides that share of the garment, to the pixel', (percent) => {
    const dim = garment.map((value) => (value > 0 ? 30 : 0)) // darker than any thing laid over it
    const size = dim.filter((value) => value > 0).length
    for (let seed = 0; seed < 5; seed++) {
      const output = corrupt(`occluded-${percent}`, dim, seed)
      const hidden = output.filter((value, place) => dim[place] > 0 && value !== 30).length
      expect(hidden).toBe(Math.round((percent / 100) * size))
    }
  })

  it('leaves a picture without a garment alone', () => {
    expect(corrupt('occluded-40', uniform(0))).toEqual(uniform(0))
  })
})
