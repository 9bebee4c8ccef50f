// Checks that all sides take turns, each as often as fits into its time, and are timed apart.
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { timed, timeRounds } from './time-rounds'

const timeOf = (wall: number) => ({ wall, processor: wall })

it('lets each side do as many calls as its time has room for, and every second round go backwards', async () => {
  const asked: string[] = []
  const side = (name: string, wall: number) => async (count: number) => {
    asked.push(`${name}${count}`)
    return timeOf(wall)
  }
  const sides = { slow: side('s', 5000), quick: side('q', 400) }
  const { callsPerRound } = await timeRounds(sides, { rounds: 2, milliseconds: 2 })
  expect(callsPerRound).toEqual({ slow: 1, quick: 5 })
  // 1 + 2 calls, and ten rounds of them where they are short, settle the number; then the rounds that count
  expect(asked.join(' ')).toBe('s1 s2 q1 q2 q50 s1 q5 q5 s1')
})

it('keeps the times apart, round by round', async () => {
  let now = 0
  const side = (factor: number) => async () => timeOf(factor * ++now)
  const { times } = await timeRounds({ one: side(1), ten: side(10) }, { rounds: 2, milliseconds: 1 })
  // six or seven calls are before them
  const [[one], [ten]] = [times.one, times.ten]
  expect(times.one).toEqual([one.wall, one.wall + 3].map(timeOf))
  expect(ten.wall).toBe(10 * (one.wall + 1))
  expect(times.ten[1].wall).toBe(10 * (one.wall + 2))
})

it('tells the time of the processor from that of the clock', async () => {
  const busy = async () => { for (const end = performance.now() + 20; performance.now() < end;); }
  const { times: { ours, bare } } = await timeRounds(
    { ours: timed(busy), bare: timed(() => wait(50)) }, { rounds: 1, milliseconds: 1 },
  )
  // loops take what they get of a shared processor, waiting takes next to nothing
  expect(ours[0].processor).toBeGreaterThan(100)
  expect(bare[0].processor).toBeLessThan(bare[0].wall / 2)
})

it('gives microseconds of one call', async () => {
  const shortest = (times: readonly { wall: number }[]) => Math.min(...times.map(({ wall }) => wall))
  const { times: { ours, bare } } = await timeRounds(
    { ours: timed(() => wait(20)), bare: timed(() => wait(4)) }, { rounds: 3, milliseconds: 1 },
  )
  // a timer may be a millisecond early, and late on a busy machine
  expect(shortest(ours)).toBeGreaterThan(18_000)
  expect(shortest(bare)).toBeGreaterThan(2_900)
  expect(shortest(bare)).toBeLessThan(shortest(ours))
})
