// A project's folder in; onnxruntime-node's native libraries of other platforms removed, or listed, out.
import { rm, rmdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { styleFor } from '../terminal'
import type { Terminal } from '../terminal'
import { formatPlan, formatSum } from './format-plan'
import { planPrune } from './plan-prune'
import type { PrunePlan } from './plan-prune'

export interface PruneFlags {
  /** Platforms to keep, `linux-x64`; this one where none is named. */
  readonly keep?: readonly string[]
  /** Remove, where otherwise it is only said what would be removed. */
  readonly yes?: boolean
  readonly json?: boolean
}

async function remove(plans: readonly PrunePlan[]): Promise<void> {
  for (const { path } of plans.flatMap((plan) => plan.remove)) {
    await rm(path, { recursive: true })
    // the folder of the system, where this was its last processor
    await rmdir(dirname(path)).catch(() => undefined)
  }
}

/** Rejects where the folder does not exist or may not be written to. Without the package there is nothing to do. */
export async function pruneCommand(folder: string, flags: PruneFlags, terminal: Terminal): Promise<void> {
  const { stdout, env } = terminal
  const platforms = flags.keep ?? [`${process.platform}-${process.arch}`]
  const plans = await planPrune(folder, platforms)
  if (flags.yes) await remove(plans)
  if (flags.json) {
    stdout.write(`${JSON.stringify({ removed: flags.yes === true, copies: plans })}\n`)
  } else if (plans.length === 0) {
    stdout.write(`onnxruntime-node is not installed in ${resolve(folder)} or above it: nothing to remove.\n`)
  } else {
    for (const plan of plans) stdout.write(formatPlan(plan, platforms, styleFor(stdout, env)))
    stdout.write(formatSum(plans, flags.yes === true))
  }
}
