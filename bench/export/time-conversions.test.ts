// Checks which rounds count, and the figures that are made of them.
import { expect, it } from 'vitest'
import { timeCells, timeConversions } from './time-conversions'

it('runs once more than it counts', async () => {
  let calls = 0
  const { milliseconds, first, result } = await timeConversions(async () => calls++, 3)
  expect(result).toBe(0)
  expect(calls).toBe(4)
  expect(milliseconds).toHaveLength(3)
  expect([...milliseconds, first].every((value) => value >= 0)).toBe(true)
})

it('prints the first, the median and the middle half', () => {
  expect(timeCells({ first: 250.4, milliseconds: [40, 10, 20, 30, 100] })).toEqual(['250', '30', '20 to 40'])
})
