// Colours in; their luma out, beside the formula of BT.601.
import { expect, it } from 'vitest'
import { toGrey } from './to-grey'

const luma = (...data: number[]) =>
  Array.from(toGrey({ data: Uint8Array.from(data), width: data.length / 3, height: 1, channels: 3 }).data)

it.each([
  [[255, 0, 0], 76], [[0, 255, 0], 150], [[0, 0, 255], 29], [[255, 255, 0], 226], [[1, 2, 3], 2], [[200, 100, 50], 124],
])('%j is %s', (colour, expected) => {
  expect(luma(...colour)).toEqual([expected])
})

it('keeps every grey', () => {
  const greys = Array.from({ length: 256 }, (_, value) => value)
  expect(luma(...greys.flatMap((value) => [value, value, value]))).toEqual(greys)
})

it('is within one level of the real-valued formula, and nearly always its rounding', () => {
  const steps = [0, 1, 50, 51, 100, 127, 128, 200, 254, 255]
  const colours = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => [red, green, blue])))
  const differences = luma(...colours.flat()).map((grey, index) => {
    const [red, green, blue] = colours[index]
    return Math.abs(grey - (0.299 * red + 0.587 * green + 0.114 * blue))
  })
  expect(Math.max(...differences)).toBeLessThan(0.505)
})

it('gives a grey picture back as it is', () => {
  const data = new Uint8Array(6)
  expect(toGrey({ data, width: 3, height: 2, channels: 1 })).toEqual({ data, width: 3, height: 2, channels: 1 })
})
