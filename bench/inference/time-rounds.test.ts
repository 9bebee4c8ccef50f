// Checks that both sides are called equally often, in turns, and timed apart.
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { timeRounds } from './time-rounds'

it('calls both equally often in every round, each first in every second one', async () => {
  const calls: string[] = []
  const note = (name: string) => async () => void calls.push(name)
  const { callsPerRound } = await timeRounds(
    { ours: note('o'), bare: async () => { await wait(2); calls.push('b') } },
    { rounds: 2, milliseconds: 1 },
  )
  expect(callsPerRound).toBe(3)
  // 3 + 5 calls settle the number, one round of each warms up, then the rounds that count
  expect(calls.join('')).toBe(`${'b'.repeat(8)}ooobbb${'ooobbb'}${'bbbooo'}`)
})

it('tells the time of the processor from that of the clock', async () => {
  const busy = async () => { for (const end = performance.now() + 20; performance.now() < end;); }
  const { ours, bare } = await timeRounds({ ours: busy, bare: () => wait(50) }, { rounds: 1, milliseconds: 1 })
  // loops take what they get of a shared processor, waiting takes next to nothing
  expect(ours[0].processor).toBeGreaterThan(100)
  expect(bare[0].processor).toBeLessThan(bare[0].wall / 2)
})

it('gives microseconds of one call', async () => {
  const { ours, bare } = await timeRounds(
    { ours: () => wait(20), bare: () => wait(4) },
    { rounds: 3, milliseconds: 1 },
  )
  expect(ours).toHaveLength(3)
  const shortest = (times: readonly { wall: number }[]) => Math.min(...times.map(({ wall }) => wall))
  // a timer may be a millisecond early, and late on a busy machine
  expect(shortest(ours)).toBeGreaterThan(18_000)
  expect(shortest(bare)).toBeGreaterThan(2_900)
  expect(shortest(bare)).toBeLessThan(shortest(ours))
})
