// The triangle: rises to its peak, falls to zero, never below.
import { expect, it } from 'vitest'
import { triangularLearningRate } from './learning-rate'

it('rises to the peak at the warm-up and falls to nearly zero', () => {
  const schedule = { peak: 0.2, warmup: 0.25 }
  const rates = Array.from({ length: 99 }, (_, step) => triangularLearningRate(schedule, step, 99))
  expect(rates[24]).toBeCloseTo(0.2, 12)
  expect(Math.max(...rates)).toBe(rates[24])
  expect(rates[0]).toBeCloseTo(0.2 / 25, 12)
  expect(rates[98]).toBeCloseTo(0.2 / 75, 12)
  expect(rates.every((rate) => rate > 0)).toBe(true)
})
