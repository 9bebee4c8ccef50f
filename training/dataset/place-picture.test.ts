// One picture of known pixels comes in; checked is every pixel after flip and shift at fixed values.
import { expect, it } from 'vitest'
import { placePicture } from './place-picture'

const source = new Uint8Array(2 * 784).map((_, index) => 1 + ((index * 31) % 255)) // nowhere zero

function expectedPixel(x: number, y: number, flipped: boolean, shiftX: number, shiftY: number): number {
  const [column, row] = [x - shiftX, y - shiftY]
  if (column < 0 || column > 27 || row < 0 || row > 27) return 0
  return Math.fround(source[784 + row * 28 + (flipped ? 27 - column : column)] / 255)
}

it.each([
  [false, 0, 0], [true, 0, 0], [false, 2, 0], [false, -2, 0], [false, 0, 3], [false, 0, -3],
  [true, 2, -1], [true, -2, 1], [false, 27, 27], [true, -27, -27], [false, 28, 0], [true, 0, -40],
])('flipped %s, shifted by %i, %i', (flipped, shiftX, shiftY) => {
  const target = new Float32Array(3 * 784).fill(9)
  placePicture(source, 784, target, 784, { flipped, shiftX, shiftY })
  for (let pixel = 0; pixel < 784; pixel++) {
    expect(target[784 + pixel]).toBe(expectedPixel(pixel % 28, Math.floor(pixel / 28), flipped, shiftX, shiftY))
  }
  expect(target.subarray(0, 784).every((value) => value === 9)).toBe(true)
  expect(target.subarray(1568).every((value) => value === 9)).toBe(true)
})
