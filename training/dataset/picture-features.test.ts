// Random pictures come in; checked are sums, norms, mirror images, and that the sums bound distances from below.
import { describe, expect, it } from 'vitest'
import { mirror, pictureNorms, tileSums } from './picture-features'
import { createRandomSource, drawInteger } from './random-source'

const random = createRandomSource(17)
const pixels = new Uint8Array(12 * 784).map(() => drawInteger(random, 256))

describe('tileSums', () => {
  it.each([[14, 28, 2], [14, 14, 4], [4, 4, 49], [28, 28, 1]])('%i by %i', (height, width, tiles) => {
    const { sums, area, ...rest } = tileSums(pixels, height, width)
    expect([rest.tiles, area, sums.length]).toEqual([tiles, height * width, 12 * tiles])
    const expected = new Float64Array(12 * tiles)
    pixels.forEach((value, index) => {
      const [row, column] = [Math.floor((index % 784) / 28), index % 28]
      const tile = Math.floor(row / height) * (28 / width) + Math.floor(column / width)
      expected[Math.floor(index / 784) * tiles + tile] += value
    })
    expect(sums).toEqual(expected)
    for (let other = 1; other < 12; other++) {
      const squared = (values: ArrayLike<number>, length: number) =>
        Array.from({ length }, (_, at) => (values[at] - values[other * length + at]) ** 2).reduce((a, b) => a + b)
      expect(squared(sums, tiles) / area).toBeLessThanOrEqual(squared(pixels, 784))
    }
  })
})

it('takes norms', () => {
  const picture = new Uint8Array(2 * 784)
  picture.set([3, 0, 4], 784)
  expect([...pictureNorms(picture)]).toEqual([0, 5])
})

it('mirrors each row, leaves the original, and undoes itself', () => {
  const before = pixels.slice()
  const mirrored = mirror(pixels)
  expect(pixels).toEqual(before)
  expect(mirrored[784 + 3 * 28 + 5]).toBe(pixels[784 + 3 * 28 + 22])
  expect(mirror(mirrored)).toEqual(pixels)
})
