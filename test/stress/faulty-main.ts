// Seeds in the command line; a crash, a hang, an early end and errors of both kinds, each at a seed of its own, out.
import { argv, exit, kill, pid } from 'node:process'
import { fuzzLoop } from './fuzz-loop'
import type { FuzzPlan } from './fuzz-plan'
import type { Library } from './stress-plan'

const plan = JSON.parse(argv[2]) as FuzzPlan
const library = (await import(plan.library)) as Library

const faults: Readonly<Record<number, () => unknown>> = {
  1: () => kill(pid, 'SIGKILL'),
  2: () => { for (;;); },
  3: () => exit(0),
  4: () => { throw new Error('nobody knows this one') },
  5: () => { throw new library.ClassifierError('aborted', 'A typed one. Go on.') },
}

await fuzzLoop(plan, library, async (seed) => void faults[seed]?.())
