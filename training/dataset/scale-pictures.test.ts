// Every 8-bit value comes in; checked is value / 255 to the last bit and the order of the batch.
import { expect, it } from 'vitest'
import { scalePictures, UNIT } from './scale-pictures'

it('is value / 255 in 32-bit float, exactly', () => {
  for (let value = 0; value < 256; value++) expect(UNIT[value]).toBe(Math.fround(value / 255))
})

it('gathers the pictures in the order of the indices', () => {
  const source = new Uint8Array(3 * 784).map((_, index) => (index * 7) % 256)
  const target = new Float32Array(2 * 784)
  scalePictures(source, Int32Array.of(2, 0), target)
  expect(target.subarray(0, 784)).toEqual(Float32Array.from(source.subarray(2 * 784), (value) => value / 255))
  expect(target.subarray(784)).toEqual(Float32Array.from(source.subarray(0, 784), (value) => value / 255))
})
