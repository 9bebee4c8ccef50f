// A known temperature is found again from labels drawn by the tempered probabilities.
import { expect, it } from 'vitest'
import { createRandomSource, drawUnit } from './dataset/random-source'
import { fitTemperature } from './fit-temperature'
import { negativeLogLikelihood, softmaxRows } from './metrics'

it.each([0.5, 1, 2.5])('finds temperature %f', (temperature) => {
  const random = createRandomSource(3)
  const count = 20_000
  const logits = Float64Array.from({ length: count * 3 }, () => (drawUnit(random) - 0.5) * 8)
  const probabilities = softmaxRows(logits, 3, temperature)
  const labels = Array.from({ length: count }, (_, row) => {
    const draw = drawUnit(random)
    return draw < probabilities[row * 3] ? 0 : draw < probabilities[row * 3] + probabilities[row * 3 + 1] ? 1 : 2
  })
  const found = fitTemperature(logits, labels, 3)
  expect(found / temperature).toBeGreaterThan(0.95)
  expect(found / temperature).toBeLessThan(1.05)
  const loss = (value: number) => negativeLogLikelihood(softmaxRows(logits, 3, value), labels, 3)
  expect(loss(found)).toBeLessThanOrEqual(Math.min(loss(found * 1.02), loss(found / 1.02)))
})
