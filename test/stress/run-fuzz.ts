// A fuzz script and a plan in; the outcome of every seed out: a process that crashes or hangs is counted and replaced.
import { runScript } from './run-script'
import type { ScriptSettings } from './run-script'
import type { FuzzLine, FuzzPlan } from './fuzz-plan'

export interface FuzzReport {
  /** How often each outcome came. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Crashes, hangs and untyped errors, each with its seed. */
  readonly faults: readonly { readonly seed: number; readonly what: string }[]
  /** The longest that one seed took, in milliseconds. */
  readonly slowest: number
}

type Ended = Extract<FuzzLine, { readonly seed: number }>

// A mutated file is small: what takes so long on a busy machine hangs.
const longest = 60_000

export async function runFuzz(
  script: string,
  plan: FuzzPlan,
  settings: Partial<ScriptSettings> = {},
): Promise<FuzzReport> {
  const ended: Ended[] = []
  const faults: { seed: number; what: string }[] = []
  for (let from = plan.from; from < plan.to;) {
    const end = await runScript(script, { ...plan, from }, { patience: longest, ...settings })
    const lines = end.stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as FuzzLine)
    const finished = lines.filter((line) => 'seed' in line)
    ended.push(...finished)
    from += finished.length
    if (end.code === 0 && end.stderr === '' && from === plan.to) break
    // The seed that has begun and not ended; or the end of the process itself went wrong.
    faults.push({ seed: from, what: `code ${end.code}, ${end.signal}: ${end.stderr.slice(0, 1500)}` })
    from++
  }
  const untyped = ended.filter(({ outcome }) => outcome === 'untyped')
  faults.push(...untyped.map(({ seed, error }) => ({ seed, what: error ?? '' })))
  return { outcomes: count(ended), faults, slowest: Math.max(0, ...ended.map(({ milliseconds }) => milliseconds)) }
}

function count(ended: readonly Ended[]): Record<string, number> {
  const outcomes: Record<string, number> = {}
  for (const { outcome } of ended) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return outcomes
}
