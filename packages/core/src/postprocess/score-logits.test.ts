// Logits in; their sigmoid, or themselves, out.
import { expect, it } from 'vitest'
import { scoreLogits } from './score-logits'

it.each([
  [0, 0.5],
  [1, 0.7310585786300049],
  [-1, 0.2689414213699951],
  [4, 0.9820137900379085],
  [1000, 1],
  [-1000, 0],
])('the sigmoid of %d is %d', (logit, score) => {
  expect(scoreLogits(Float32Array.of(logit), 'sigmoid')[0]).toBeCloseTo(score, 7)
})

it('scores each label by itself, and leaves the logits as they are', () => {
  const logits = Float32Array.of(-1, 0, 1)
  const scores = scoreLogits(logits, 'sigmoid')
  expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1.5, 6)
  expect(Array.from(logits)).toEqual([-1, 0, 1])
})

it('none gives the very logits', () => {
  const logits = Float32Array.of(-3, 12)
  expect(Array.from(scoreLogits(logits, 'none'))).toEqual([-3, 12])
})
