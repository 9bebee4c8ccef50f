// The mean of several teachers' logits, also across the pieces in which it is taken.
import { Float16Array } from '@petamoriken/float16'
import { expect, it } from 'vitest'
import { meanLogits } from './mean-logits'

it('is the mean of each logit, and of one teacher what it said', () => {
  const first = Float16Array.from({ length: 250_010 }, (_, index) => (index % 64) / 4)
  const second = first.map((value) => 3 * value)
  expect(Array.from(meanLogits([first, second]))).toEqual(Array.from(first.map((value) => 2 * value)))
  expect(meanLogits([first])).toEqual(first)
})
