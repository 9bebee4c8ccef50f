// Squares in the middle, at the edges and outside come in; checked is which pixels are zero.
import { expect, it } from 'vitest'
import { cutOut } from './cut-out'

it.each([
  // size, centreX, centreY, left, right, top, bottom of the zeroes
  [8, 14, 14, 10, 18, 10, 18],
  [7, 14, 14, 11, 18, 11, 18],
  [8, 0, 27, 0, 4, 23, 28],
  [8, 27, 0, 23, 28, 0, 4],
  [1, 5, 6, 5, 6, 6, 7],
  [0, 5, 6, 0, 0, 0, 0],
  [100, 3, 20, 0, 28, 0, 28],
  [4, -9, 5, 0, 0, 0, 0],
])('size %i around %i, %i', (size, centreX, centreY, left, right, top, bottom) => {
  const target = new Float32Array(3 * 784).fill(1)
  cutOut(target, 784, size, centreX, centreY)
  for (let pixel = 0; pixel < 784; pixel++) {
    const [x, y] = [pixel % 28, Math.floor(pixel / 28)]
    expect(target[784 + pixel]).toBe(x >= left && x < right && y >= top && y < bottom ? 0 : 1)
  }
  expect(target.subarray(0, 784).every(Boolean) && target.subarray(1568).every(Boolean)).toBe(true)
})
