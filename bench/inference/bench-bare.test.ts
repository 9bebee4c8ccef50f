// Overheads at and beyond the goals in; whether they are met out.
import { expect, it } from 'vitest'
import { meetsGoal } from './bench-bare'

it.each([
  [1, 60, 9, true], [1, 61, 0.01, false],
  [128, 5000, 0.05, true], [128, 1, 0.051, false],
])('batch %s: %s µs more, overhead %s', (batch, more, overhead, expected) => {
  expect(meetsGoal(batch, { more, overhead })).toBe(expected)
})
