// A model and providers in; a table of how long a run takes on each of them on standard output out.
import { getCapabilities, measureModel } from '@stylelens/node'
import type { Capabilities, MeasureSettings } from '@stylelens/node'
import { formatBench } from './format-bench'
import { styleFor } from './terminal'
import type { Terminal } from './terminal'

export interface BenchFlags {
  readonly model?: string
  /** Those that this machine has where none is named. */
  readonly provider?: readonly string[]
  readonly threads?: readonly number[]
  readonly batch: readonly number[]
  /** That each row may take at most. */
  readonly seconds: number
  readonly json?: boolean
}

const availableIn = ({ executionProviders }: Capabilities) =>
  executionProviders.filter(({ available }) => available).map(({ name }) => name)

/** Sets the exit code 1 where a provider could not be measured. Rejects where the model cannot be loaded. */
export async function benchCommand(flags: BenchFlags, terminal: Terminal): Promise<void> {
  const { model, provider, threads, batch, seconds, json } = flags
  const capabilities = await getCapabilities()
  const settings = {
    ...(model === undefined ? {} : { model }),
    ...(threads === undefined ? {} : { threads }),
    executionProviders: provider ?? availableIn(capabilities),
    batchSizes: batch,
    budget: seconds * 1000,
  } as MeasureSettings
  const measured = await measureModel(settings)
  const { stdout, env } = terminal
  const machine = `${capabilities.runtime}, ${capabilities.platform}`
  if (json) {
    const { name } = measured.manifest
    for (const row of measured.rows) stdout.write(`${JSON.stringify({ model: name, ...row })}\n`)
  } else stdout.write(formatBench(measured, machine, styleFor(stdout, env)))
  if (measured.rows.some(({ medianMilliseconds }) => medianMilliseconds === null)) terminal.exitCode = 1
}
