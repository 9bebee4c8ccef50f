// The mean of several answers, in either precision, also across the pieces in which it is taken.
import { Float16Array } from '@petamoriken/float16'
import { expect, it } from 'vitest'
import { meanAnswers } from './mean-answers'

it('is the mean of each logit, and of one teacher what it said', () => {
  const first = Float16Array.from({ length: 250_010 }, (_, index) => (index % 64) / 4)
  const second = first.map((value) => 3 * value)
  expect(Array.from(meanAnswers([first, second]))).toEqual(Array.from(first.map((value) => 2 * value)))
  expect(meanAnswers([first])).toEqual(first)
})

it('is the mean of each probability', () => {
  expect(meanAnswers([Float64Array.of(0.5, 0.5), Float64Array.of(1, 0)])).toEqual(Float64Array.of(0.75, 0.25))
})
