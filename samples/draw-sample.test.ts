// Labels and seeds come in, verdicts on the drawn pictures (repeatable, varied, committed as drawn) go out.
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawSample } from './draw-sample'
import { GARMENT_TABLE } from './garment-table'
import seeds from './seeds.json'

const LABELS = [
  'T-shirt/top',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
]

const meanDifference = (left: Uint8Array, right: Uint8Array) =>
  left.reduce((sum, value, index) => sum + Math.abs(value - right[index]), 0) / left.length

function cornerLevels({ data, width, height }: { data: Uint8Array; width: number; height: number }): number[] {
  const pixels = [0, width - 1, (height - 1) * width, height * width - 1]
  return pixels.flatMap((pixel) => [...data.subarray(pixel * 3, pixel * 3 + 3)])
}

// The mean level of everything that is not ground.
function garmentShade(data: Uint8Array): number {
  const levels = data.filter((level) => level < 240)
  return levels.reduce((sum, level) => sum + level, 0) / levels.length
}

describe('the table and the seeds', () => {
  it('hold the ten classes in the order of Fashion-MNIST', () => {
    expect(GARMENT_TABLE.map(({ label }) => label)).toEqual(LABELS)
    expect(Object.keys(seeds.shown)).toEqual(LABELS)
    expect(Object.keys(seeds.tested)).toEqual(LABELS)
  })

  it('name twenty different seeds a class', () => {
    for (const list of Object.values(seeds.tested)) expect(new Set(list).size).toBe(20)
  })
})

describe.each(GARMENT_TABLE)('$label', ({ label, slug }) => {
  it('gives the same pixels for the same seed', async () => {
    const [first, second] = [await drawSample(label, 7), await drawSample(LABELS.indexOf(label), 7)]
    expect(second).toEqual(first)
    expect(first.data.length).toBe(first.width * first.height * 3)
  })

  it('varies in size and shade, and stays on a near-white ground', async () => {
    const samples = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => drawSample(label, seed)))
    const longest = samples.map(({ width, height }) => Math.max(width, height))
    const shades = samples.map(({ data }) => garmentShade(data))
    expect(new Set(longest).size).toBeGreaterThan(3)
    expect(Math.min(...longest)).toBeGreaterThanOrEqual(119)
    expect(Math.max(...longest)).toBeLessThanOrEqual(400)
    expect(Math.max(...shades) - Math.min(...shades)).toBeGreaterThan(15)
    expect(Math.max(...shades)).toBeLessThan(205)
    // A sole or a strap may touch a corner of a tight crop; most corners are ground.
    for (const sample of samples)
      expect(cornerLevels(sample).filter((level) => level >= 235).length).toBeGreaterThanOrEqual(6)
  })

  it("is committed as it is drawn, up to another renderer's smoothing of edges", async () => {
    const drawn = await drawSample(label, seeds.shown[label as keyof typeof seeds.shown])
    const file = await readFile(new URL(`pictures/${slug}.png`, import.meta.url))
    const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height, info.channels]).toEqual([drawn.width, drawn.height, 3])
    expect(meanDifference(new Uint8Array(data), drawn.data)).toBeLessThanOrEqual(1)
  })
})

it('draws a PNG that holds the very pixels', async () => {
  const { png, data } = await drawSample('Bag', 3)
  expect(new Uint8Array(await sharp(png).raw().toBuffer())).toEqual(data)
})

it('names the classes it knows when asked for another', async () => {
  await expect(drawSample('Hat', 1)).rejects.toThrow(/Cannot draw "Hat".*4 Coat.*\[sample-class-unknown\]/)
})
