// A model and providers in; how long a run takes on each of them on this machine out.
import { availableParallelism } from 'node:os'
import { measureModel as measure } from '@stylelens/core'
import type { ExecutionProviderName, MeasuredCandidate, MeasuredModel } from '@stylelens/core'
import { runtime } from './load-classifier'
import type { ModelSource } from './load-model'

export interface MeasureSettings {
  /** Default: the embedded model that createClassifier takes. */
  readonly model?: ModelSource
  /** Default: cpu and wasm. */
  readonly executionProviders?: readonly ExecutionProviderName[]
  /** Numbers of threads to try on the CPU. Default: one, and all that there are. */
  readonly threads?: readonly number[]
  /** Pictures in one run. Default: 1 and 32. */
  readonly batchSizes?: readonly number[]
  /** Milliseconds that a row may take, starting its session included; 100 runs are enough. Default: 10,000. */
  readonly budget?: number
}

/** WebAssembly's threads are settled by the first session of a process, so it is tried with the first number only. */
function candidatesOf(names: readonly ExecutionProviderName[], threads: readonly number[]): MeasuredCandidate[] {
  return names.flatMap((name) => {
    const counts = name === 'cpu' ? threads : threads.slice(0, 1)
    return [...new Set(counts)].map((count) => ({ name, threads: count }))
  })
}

/**
 * One row for each provider, number of threads and size of a batch: the median of a run in milliseconds, or the reason
 * why there is none. Runs of blank pictures, without decoding and preprocessing.
 * Rejects with the errors of loading a model: 'model-*', 'option-invalid'.
 */
export function measureModel({
  model,
  executionProviders = ['cpu', 'wasm'],
  threads = [1, availableParallelism()],
  batchSizes = [1, 32],
  budget = 10_000,
}: MeasureSettings = {}): Promise<MeasuredModel> {
  const candidates = candidatesOf(executionProviders, threads)
  const settings = { batchSizes, budget: budget * candidates.length, runs: 100 }
  return measure(runtime, model === undefined ? {} : { model }, candidates, settings)
}
