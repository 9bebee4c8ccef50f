// All numbers of float16, and those between them, in; the bits that @petamoriken/float16 gives too out.
import { Float16Array } from '@petamoriken/float16'
import { expect, it } from 'vitest'
import { fromFloat16, toFloat16 } from './float16'

const all = Uint16Array.from({ length: 65536 }, (_, index) => index)
const isNumber = (half: number) => (half & 0x7fff) <= 0x7c00

it('gives each number of float16 as it is, and its bits back', () => {
  const numbers = [...new Float16Array(all.buffer)]
  expect(Array.from(all, fromFloat16)).toEqual(numbers)
  expect(Array.from(all).filter((half) => isNumber(half) && toFloat16(numbers[half]) !== half)).toEqual([])
  expect(fromFloat16(toFloat16(Number.NaN))).toBeNaN()
})

it('rounds to the nearest, to the even one from the middle', () => {
  const between = Array.from(all.subarray(0, 0x7c00), (half) => {
    const [low, high] = [fromFloat16(half), half === 0x7bff ? 65536 : fromFloat16(half + 1)]
    return [0.25, 0.5, 0.5 + 2 ** -10, 0.75].map((part) => Math.fround(low + (high - low) * part))
  }).flat()
  const values = [...between, ...between.map((value) => -value), 1e-30, 1e30, 65519, 65520]
  const expected = new Uint16Array(new Float16Array(values).buffer)
  expect(values.filter((value, index) => toFloat16(value) !== expected[index])).toEqual([])
})
