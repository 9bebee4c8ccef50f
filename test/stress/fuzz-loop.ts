// A range of seeds and what to do with each in; a line before and after each on stdout, at once, out.
import { writeSync } from 'node:fs'
import type { FuzzLine, FuzzPlan } from './fuzz-plan'
import type { Library } from './stress-plan'

// Not through a stream: a process that crashes takes with it what waits there.
const say = (line: FuzzLine) => void writeSync(1, `${JSON.stringify(line)}\n`)

export async function fuzzLoop(
  { from, to }: FuzzPlan,
  { isClassifierError }: Library,
  attempt: (seed: number) => Promise<void>,
): Promise<void> {
  for (let seed = from; seed < to; seed++) {
    say({ begin: seed })
    const start = performance.now()
    const end = await attempt(seed).then(
      () => ({ outcome: 'answered' }),
      (error: unknown) => isClassifierError(error)
        ? { outcome: error.code }
        : { outcome: 'untyped', error: String((error as Error | undefined)?.stack ?? error) },
    )
    say({ seed, ...end, milliseconds: Math.round(performance.now() - start) })
  }
}
