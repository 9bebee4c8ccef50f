// A platform, a model and candidates in; how long one run takes on each, or why that is not known, out.
import { messageOf } from '../with-typed-errors'
import type { ModelManifest } from '../manifest'
import type { Runtime, Session } from '../runtime'
import type { MeasuredCandidate, MeasuredProvider } from './measured-provider'
import { runModel } from './run-model'
import { startProvider } from './start-provider'

export interface MeasureOptions {
  /** Milliseconds for all candidates together, starting their sessions included. */
  readonly budget: number
  /** Pictures in one run, where the model does not fix them. Default: 1. */
  readonly batchSize?: number
  /** Runs after which a median is good enough. Default: 15. */
  readonly runs?: number
}

type Platform = Pick<Runtime<never, never>, 'createSession' | 'sha256' | 'clock'>
type Settings = Required<MeasureOptions>

const notInTime = 'The budget was used up.'

/**
 * One row for each candidate, in their order. Every candidate may use an equal part of what is left of the budget: a
 * first run, which is not counted, and then as many as fit. A run is begun only where one as long as the last would
 * fit.
 * Never rejects: a provider that cannot be had is a row with its reason.
 */
export async function measureProviders(
  platform: Platform,
  bytes: Uint8Array,
  manifest: ModelManifest,
  candidates: readonly MeasuredCandidate[],
  options: MeasureOptions,
): Promise<MeasuredProvider[]> {
  const { budget, runs = 15 } = options
  const batchSize = manifest.input.batch ?? options.batchSize ?? 1
  const end = platform.clock() + budget
  const rows: MeasuredProvider[] = []
  for (const [index, candidate] of candidates.entries()) {
    const share = Math.max(0, end - platform.clock()) / (candidates.length - index)
    rows.push(await measureOne(platform, { bytes, manifest }, candidate, { budget: share, batchSize, runs }))
  }
  return rows
}

async function measureOne(
  platform: Platform,
  model: { readonly bytes: Uint8Array; readonly manifest: ModelManifest },
  { name, options = {}, threads = 1 }: MeasuredCandidate,
  settings: Settings,
): Promise<MeasuredProvider> {
  const row = { executionProvider: name, threads, batchSize: settings.batchSize, medianMilliseconds: null }
  const end = platform.clock() + settings.budget
  if (settings.budget <= 0) return { ...row, reason: notInTime }
  try {
    const { session } = await startProvider(platform, model, { name, options }, { threads, sessionOptions: {} })
    try {
      const times = await timeRuns(platform, session, model.manifest, settings, end)
      if (times.length === 0) return { ...row, threads: session.threads, reason: notInTime }
      return { ...row, threads: session.threads, medianMilliseconds: median(times) }
    } finally {
      await session.release()
    }
  } catch (error) {
    return { ...row, reason: messageOf(error) }
  }
}

/** The first run is left out: it compiles and allocates. */
async function timeRuns(
  platform: Platform,
  session: Session,
  manifest: ModelManifest,
  { batchSize, runs }: Settings,
  end: number,
): Promise<number[]> {
  const { input: { width, height, channels }, outputs, labels } = manifest
  const name = outputs.derived === 'log' ? outputs.probabilities : outputs.logits
  const pictures = Array.from({ length: batchSize }, () => new Float32Array(width * height * channels))
  const times: number[] = []
  let last = 0
  for (let begun = platform.clock(); times.length <= runs && begun + last < end; begun = platform.clock()) {
    await runModel(session, manifest, pictures, { [name]: labels.length })
    last = platform.clock() - begun
    times.push(last)
  }
  return times.slice(1)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
