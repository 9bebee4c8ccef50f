// Contestants that do the same work in; the microseconds that each one's calls took, round by round in turns, out.
import { alternate } from '../alternate'
import type { CallTime, TimedSides } from './inference-task'
import { timeCalls } from './time-calls.mjs'

export type Call = () => Promise<unknown>

/** The mean time of so many calls, one after another. */
export type TimeCalls = (count: number) => Promise<CallTime>

export const timed = (call: Call): TimeCalls => (count) => timeCalls(call, count)

export interface RoundWishes {
  readonly rounds: number
  /** How long one side of one round takes, about. */
  readonly milliseconds: number
}

/** Before the rounds that count, each side is warmed up, and settles how many of its calls make up a round. */
export async function timeRounds<Side extends string>(
  sides: Readonly<Record<Side, TimeCalls>>,
  { rounds, milliseconds }: RoundWishes,
): Promise<TimedSides<Side>> {
  const names = Object.keys(sides) as Side[]
  const settled = await inTurn(names, (side) => settle(sides[side], milliseconds * 1000))
  const callsPerRound = Object.fromEntries(settled) as Record<Side, number>
  const times = Object.fromEntries(names.map((side) => [side, [] as CallTime[]])) as Record<Side, CallTime[]>
  for (const order of alternate(names, rounds)) {
    for (const side of order) times[side].push(await sides[side](callsPerRound[side]))
  }
  return { callsPerRound, times }
}

// Calls of some microseconds are compiled for good only after hundreds of them.
const mostToWarmUp = 1000

async function settle(time: TimeCalls, microseconds: number): Promise<number> {
  const count = (wall: number) => Math.max(1, Math.round(microseconds / wall))
  await time(1)
  const cold = count((await time(2)).wall)
  if (cold === 1) return cold
  return count((await time(Math.min(cold * 10, mostToWarmUp))).wall)
}

async function inTurn<Item, Result>(items: readonly Item[], step: (item: Item) => Promise<Result>) {
  const results: [Item, Result][] = []
  for (const item of items) results.push([item, await step(item)])
  return results
}
