// Drawn pictures in; the pixels that Pillow makes of them (test/golden/make-pillow-golden.py) out.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pillowFilters } from '../manifest'
import type { ModelInput, PillowFilter } from '../manifest'
import { fitInput } from './fit-input'
import type { OpaqueImage } from './opaque-image'
import { resizePillow } from './resize-pillow'
import { noiseBytes } from './test-pictures'
import { toTensor } from './to-tensor'

interface Golden {
  readonly pillow: string
  readonly resized: readonly {
    readonly draw: 'noise' | 'smooth'
    readonly channels: 1 | 3
    readonly from: readonly [number, number]
    readonly to: readonly [number, number]
    readonly filter: PillowFilter
    readonly pixels: string
  }[]
  readonly cropped: readonly {
    readonly from: readonly [number, number]
    readonly shortest: number
    readonly to: readonly [number, number]
    readonly pixels: string
  }[]
  readonly tables: readonly {
    readonly factor: number | null
    readonly mean: number[]
    readonly std: number[]
    readonly values: string
  }[]
}

const file = new URL('../../../../test/golden/pillow.json', import.meta.url)
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden

function draw(kind: 'noise' | 'smooth', width: number, height: number, channels: 1 | 3): OpaqueImage {
  const length = width * height * channels
  const data =
    kind === 'noise'
      ? noiseBytes(length)
      : Uint8Array.from({ length }, (_, index) => {
          const [pixel, channel] = [Math.floor(index / channels), index % channels]
          const [column, row] = [pixel % width, Math.floor(pixel / width)]
          return (column * 5 + row * (3 + channel) + (column * 2 > width ? 90 : 0)) % 256
        })
  return { data, width, height, channels }
}

function differences(actual: ArrayLike<number>, base64: string): number[] {
  const expected = Buffer.from(base64, 'base64')
  expect(actual.length).toBe(expected.length)
  return Array.from(expected, (value, index) => Math.abs(value - actual[index]))
}

function resize(image: OpaqueImage, [width, height]: readonly [number, number], filter: PillowFilter): OpaqueImage {
  return resizePillow(image, { width, height }, { left: 0, top: 0, width, height }, filter)
}

describe.each(pillowFilters)('%s', (filter) => {
  const cases = golden.resized.filter((entry) => entry.filter === filter)

  it('has its golden pictures', () => expect(cases.length).toBeGreaterThan(25))

  it.each(cases)('$draw of $channels channels from $from to $to', ({ draw: kind, channels, from, to, pixels }) => {
    const resized = resize(draw(kind, ...from, channels), to, filter)
    expect(Math.max(...differences(resized.data, pixels))).toBe(0)
    expect([resized.width, resized.height, resized.channels]).toEqual([...to, channels])
  })

  it('calculates any window of the picture alike', () => {
    const image = draw('noise', 23, 19, 3)
    const whole = resize(image, [31, 12], filter)
    for (const [left, top, width, height] of [
      [0, 0, 31, 12],
      [5, 3, 7, 4],
      [30, 11, 1, 1],
      [-2, -1, 6, 5],
      [28, 9, 9, 9],
    ]) {
      const part = resizePillow(image, { width: 31, height: 12 }, { left, top, width, height }, filter)
      const expected = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
        const [column, row] = [left + (Math.floor(index / 3) % width), top + Math.floor(index / 3 / width)]
        const isInside = column >= 0 && column < 31 && row >= 0 && row < 12
        return isInside ? whole.data[(row * 31 + column) * 3 + (index % 3)] : 0
      })
      expect(part).toEqual({ data: expected, width, height, channels: 3 })
    }
  })

  it('gives a picture back that has the size already', () => {
    const image = draw('noise', 4, 4, 3)
    expect(resize(image, [4, 4], filter)).toBe(image)
  })

  it('takes pictures that no memory could hold when resized', () => {
    const line = draw('smooth', 200_000, 1, 1)
    const window = resizePillow(
      line,
      { width: 200_000 * 256, height: 256 },
      { left: 1e7, top: 16, width: 8, height: 8 },
      filter,
    )
    expect(window.data).toHaveLength(64)
  })
})

const grey: ModelInput = {
  name: 'pixel_values',
  type: 'float32',
  layout: 'NCHW',
  width: 8,
  height: 8,
  channels: 3,
  range: [0, 1],
  resize: { method: 'none' },
  normalization: { value: { mean: 0, std: 1 }, applied: 'in-pipeline' },
}

describe('shortest side and crop', () => {
  it.each(golden.cropped)('$from to $shortest, cut to $to', ({ from, shortest, to: [width, height], pixels }) => {
    const input: ModelInput = {
      ...grey,
      width,
      height,
      resize: { method: 'bicubic', fit: 'shortest-side', length: shortest },
    }
    expect(Math.max(...differences(fitInput(draw('noise', ...from, 3), input).data, pixels))).toBe(0)
  })

  it('cuts without resampling where the manifest says so', () => {
    const image = draw('noise', 10, 7, 3)
    const cut = fitInput(image, { ...grey, width: 4, height: 3 })
    const expected = Uint8Array.from(
      { length: 36 },
      (_, index) => image.data[((2 + Math.floor(index / 12)) * 10 + 3 + (Math.floor(index / 3) % 4)) * 3 + (index % 3)],
    )
    expect(cut.data).toEqual(expected)
  })
})

describe('values', () => {
  it.each(golden.tables)(
    "with factor $factor, mean $mean, std $std are numpy's to the bit",
    ({ factor, mean, std, values }) => {
      const bytes = Uint8Array.from(Buffer.from(values, 'base64'))
      const expected = new Float32Array(bytes.buffer)
      const data = Uint8Array.from({ length: 768 }, (_, index) => Math.floor(index / 3))
      const range = [0, factor === null ? 255 : Math.abs(factor * 255 - 1) < 1e-12 ? 1 : factor * 255] as const
      const input = { ...grey, range, normalization: { value: { mean, std }, applied: 'in-pipeline' as const } }
      expect(toTensor({ data, width: 16, height: 16, channels: 3 }, input)).toEqual(expected)
      const last = toTensor({ data, width: 16, height: 16, channels: 3 }, { ...input, layout: 'NHWC' })
      expect(Array.from(last)).toEqual(
        Array.from(last.keys(), (index) => expected[(index % 3) * 256 + Math.floor(index / 3)]),
      )
    },
  )
})
