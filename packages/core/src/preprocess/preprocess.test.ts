// Pictures of every kind in; what the model sees of them in each mode out.
import { describe, expect, it } from 'vitest'
import type { DecodedImage, PixelImage } from '../image'
import type { ModelInput } from '../manifest'
import { invert } from './invert'
import { prepareInput, preprocess } from './preprocess'
import { draw, noise, noiseBytes } from './test-pictures'

const input: ModelInput = {
  name: 'image', type: 'float32', layout: 'NHWC', width: 28, height: 28, channels: 1, range: [0, 1],
  polarity: 'bright-on-black',
  resize: { method: 'lanczos3', fit: 'longest-side', odd: 'top-left' },
  normalization: { value: { mean: 0.3, std: 0.4 }, applied: 'in-graph' },
}
// 20 x 40, dark in the middle of white, and darkest at the top.
const photo = draw(20, 40, (x, y) => (x > 3 && x < 16 && y > 7 && y < 32 ? y : 255))

/** FNV-1a of 32 bits. */
function hash(bytes: Uint8Array): string {
  const state = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5)
  return (state >>> 0).toString(16).padStart(8, '0')
}

describe('modes', () => {
  it('auto makes the background black; fashion-mnist leaves it', () => {
    const auto = preprocess(photo, input, 'auto').seen
    const asItIs = preprocess(photo, input, 'fashion-mnist').seen
    expect([auto.data[14], asItIs.data[14]]).toEqual([0, 255]) // within the picture's own border
    expect([auto.data[0], asItIs.data[0]]).toEqual([0, 0]) // beside it
    expect(auto.data[14 * 28 + 14]).toBeGreaterThan(200)
    expect(preprocess(invert(photo), input, 'auto').seen).toEqual(auto)
    expect(preprocess(invert(photo), input, 'fashion-mnist').seen).toEqual(auto)
  })

  it('raw takes the right size alone, and never inverts', () => {
    const bright = draw(28, 28, () => 250)
    expect(preprocess(bright, input, 'raw').seen).toEqual(bright)
    const run = () => preprocess(photo, input, 'raw')
    expect(run).toThrow("With preprocess: 'raw' a picture must be 28 x 28 pixels, and is 20 x 40.")
    expect(run).toThrow(expect.objectContaining({ code: 'pixels-invalid' }))
  })

  it.each(['auto', 'fashion-mnist', 'raw'] as const)('%s keeps each bit of a picture like the data set\'s', (mode) => {
    const picture = draw(28, 28, (x, y) => (x > 0 && x < 27 && y > 0 && y < 27 ? (x * 37 + y * 101) & 255 : 0))
    const { tensor, seen } = preprocess(picture, input, mode)
    expect(seen).toEqual(picture)
    expect(tensor).toEqual(Float32Array.from(picture.data, (value) => value / 255))
    expect(seen.data.buffer).not.toBe(picture.data.buffer)
  })
})

describe('kinds of pictures', () => {
  const seenOf = (image: DecodedImage | PixelImage) => preprocess(image, input, 'auto').seen

  it('sees the same in grey, RGB and RGBA', () => {
    const colour = Uint8Array.from({ length: 2400 }, (_, index) => photo.data[Math.floor(index / 3)])
    const opaque = Uint8ClampedArray.from({ length: 3200 }, (_, index) =>
      (index % 4 === 3 ? 255 : photo.data[Math.floor(index / 4)]))
    expect(seenOf({ ...photo, data: colour, channels: 3 })).toEqual(seenOf(photo))
    expect(seenOf({ ...photo, data: opaque, channels: 4 })).toEqual(seenOf(photo))
  })

  it('sees a transparent background as white, whatever lies beneath', () => {
    const data = Uint8Array.from({ length: 1600 }, (_, index) => {
      const value = photo.data[Math.floor(index / 2)]
      return value === 255 ? 0 : [value, 255][index % 2]
    })
    expect(seenOf({ ...photo, data, channels: 2 })).toEqual(seenOf(photo))
  })

  it('turns a picture as its orientation says, in colour too', () => {
    // Seen upright it is `photo`; stored, it lies on its side (orientation 6: to be turned clockwise).
    const lying = draw(40, 20, (x, y) => photo.data[x * 20 + 19 - y])
    const colour = Uint8Array.from({ length: 2400 }, (_, index) => lying.data[Math.floor(index / 3)])
    expect(seenOf({ ...lying, orientation: 6 })).toEqual(seenOf(photo))
    expect(seenOf({ ...lying, data: colour, channels: 3, orientation: 6 })).toEqual(seenOf(photo))
    expect(seenOf({ ...lying, orientation: 1 })).not.toEqual(seenOf(photo))
  })

  it('leaves the pixels that came in alone', () => {
    const before = photo.data.slice()
    for (const mode of ['auto', 'fashion-mnist'] as const) preprocess({ ...photo, orientation: 3 }, input, mode)
    expect(photo.data).toEqual(before)
  })

  it.each(['auto', 'raw'] as const)('shows a picture of the right size in memory of its own: %s', (mode) => {
    const dark = draw(28, 28, (x, y) => x * y % 100)
    const { seen } = preprocess(dark, input, mode)
    expect(seen).toEqual(dark)
    expect(seen.data.buffer).not.toBe(dark.data.buffer)
  })

  it('prepares the same tensor, and where it is told to', () => {
    const whole = new Float32Array(28 * 28 + 4)
    const place = whole.subarray(2, 28 * 28 + 2)
    const { tensor } = preprocess(photo, input, 'auto')
    expect(prepareInput(photo, input, 'auto')).toEqual(tensor)
    expect(prepareInput(photo, input, 'auto', place)).toBe(place)
    expect([...whole]).toEqual([0, 0, ...tensor, 0, 0])
  })
})

// The same bits on every engine: a change of one of these is a change of every answer, and a new version of the recipe.
describe('golden hashes', () => {
  const colours = { data: noiseBytes(61 * 83 * 4), width: 61, height: 83, channels: 4, orientation: 5 } as const
  it.each<[string, DecodedImage | PixelImage, string]>([
    ['a dark shape on white', photo, 'd98cb3b3'], ['noise, smaller', noise(400, 533), '9bc44b0c'],
    ['noise, larger', noise(9, 5), 'ac3ce63b'],
    ['transparent noise lying on its side', colours, 'edc07c8a'], ['a line', noise(500, 1), '0d32c78b'],
  ])('%s', (_, image, expected) => {
    expect(hash(preprocess(image, input, 'auto').seen.data as Uint8Array)).toBe(expected)
  })
})
