// Drawn pictures and all of Fashion-MNIST in; which of them have a bright background out.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { available } from '../../../../test/requirement'
import { invert } from './invert'
import { judgePolarity } from './judge-polarity'
import type { GreyImage } from './opaque-image'
import { draw } from './test-pictures'

const isWithin = (value: number, from: number, to: number) => value >= from && value < to

describe('drawn pictures', () => {
  it.each<[string, GreyImage]>([
    ['a black garment on white', draw(100, 140, (x, y) => (isWithin(x, 20, 80) && isWithin(y, 20, 120) ? 0 : 255))],
    ['a pale garment on white', draw(100, 140, (x, y) => (isWithin(x, 20, 80) && isWithin(y, 20, 120) ? 225 : 255))],
    ['a dark garment on light grey',
      draw(100, 140, (x, y) => (isWithin(x, 10, 90) && isWithin(y, 10, 130) ? 30 : 200))],
    ['a mid-grey garment on a background that grows darker',
      draw(90, 90, (x, y) => (isWithin(x, 20, 70) && y > 20 ? 120 : 250 - y))],
    ['a coat from top to bottom', draw(56, 56, (x) => (isWithin(x, 14, 42) ? 10 : 255))],
    // The frame is 56 % dark, the corners are not: a cross that fills its tight cut.
    ['a cross that touches all sides',
      draw(100, 100, (x, y) => (isWithin(x, 22, 78) || isWithin(y, 22, 78) ? 0 : 255))],
    ['one bright pixel', draw(1, 1, () => 128)], ['a bright line', draw(50, 1, () => 200)],
    ['a bright column', draw(2, 50, () => 200)],
  ])('%s has a bright background, and its negative a dark one', (_, picture) => {
    expect(judgePolarity(picture)).toBe('bright-background')
    expect(judgePolarity(invert(picture))).toBe('dark-background')
  })

  it('calls dark what balances out, so that it stays as it is', () => {
    const balanced = draw(2, 2, (x) => (x === 0 ? 0 : 255))
    expect([judgePolarity(balanced), judgePolarity(invert(balanced))]).toEqual(['dark-background', 'dark-background'])
  })
})

const directory = process.env.FASHION_MNIST_DIR ?? ''
const files = ['train-images-idx3-ubyte.gz', 't10k-images-idx3-ubyte.gz'].map((file) => join(directory, file))
const present = directory !== '' && files.every((file) => existsSync(file))

const hasPictures = available('data', present, 'FASHION_MNIST_DIR names no folder with the Fashion-MNIST pictures')

describe.skipIf(!hasPictures)('Fashion-MNIST', () => {
  it.each(files)('leaves every picture of %s as it is and inverts every negated one', (file) => {
    const pixels = gunzipSync(readFileSync(file)).subarray(16)
    const wrong: number[] = []
    for (let start = 0; start < pixels.length; start += 784) {
      const picture: GreyImage = { data: pixels.subarray(start, start + 784), width: 28, height: 28, channels: 1 }
      const answers = [judgePolarity(picture), judgePolarity(invert(picture))]
      if (answers.join() !== 'dark-background,bright-background') wrong.push(start / 784)
    }
    expect(wrong).toEqual([])
    expect([60_000, 10_000]).toContain(pixels.length / 784)
  })
})
