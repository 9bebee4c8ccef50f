// Two calls that do the same work in; the microseconds that each took, round by round in turns, out.
import { alternate } from '../alternate'
import type { CallTime, TimedRounds } from './inference-task'

export type Call = () => Promise<unknown>

async function timeCalls(call: Call, count: number): Promise<CallTime> {
  const usage = process.cpuUsage()
  const began = performance.now()
  for (let turn = 0; turn < count; turn++) await call()
  const wall = ((performance.now() - began) * 1000) / count
  const { user, system } = process.cpuUsage(usage)
  return { wall, processor: (user + system) / count }
}

/** A first round of both settles the number of calls and warms them up; it does not count. */
export async function timeRounds(
  sides: { readonly ours: Call; readonly bare: Call },
  { rounds, milliseconds }: { readonly rounds: number; readonly milliseconds: number },
): Promise<TimedRounds> {
  await timeCalls(sides.bare, 3)
  const { wall } = await timeCalls(sides.bare, 5)
  const callsPerRound = Math.max(3, Math.ceil((milliseconds * 1000) / wall))
  const times = { ours: [] as CallTime[], bare: [] as CallTime[] }
  await timeCalls(sides.ours, callsPerRound)
  await timeCalls(sides.bare, callsPerRound)
  for (const order of alternate(['ours', 'bare'] as const, rounds)) {
    for (const side of order) times[side].push(await timeCalls(sides[side], callsPerRound))
  }
  return { callsPerRound, ...times }
}
