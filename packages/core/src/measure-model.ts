// A platform, the options of a model and candidates in; how long a run of that model takes on each of them out.
import { loadVerifiedModel } from './model/load-verified-model'
import type { ModelManifest } from './manifest'
import { resolveCreateOptions } from './options/create-options'
import type { CreateClassifierOptions } from './options/create-options'
import type { Runtime } from './runtime'
import { measureProviders } from './session/measure-providers'
import type { MeasureOptions } from './session/measure-providers'
import type { MeasuredCandidate, MeasuredProvider } from './session/measured-provider'

export interface MeasuredModel {
  readonly manifest: ModelManifest
  /** One for each candidate and each size of a batch, the sizes being the outer order. */
  readonly rows: readonly MeasuredProvider[]
}

export interface MeasureModelOptions extends Omit<MeasureOptions, 'batchSize'> {
  readonly batchSizes: readonly number[]
}

/**
 * Loads the model as createClassifier does and measures it with `budget` milliseconds for each size of a batch.
 * Rejects with the errors of loading; a provider that cannot be had is a row with its reason.
 */
export async function measureModel<Source, ModelSource, Video = never>(
  runtime: Runtime<Source, ModelSource | string, Video>,
  options: CreateClassifierOptions<ModelSource | string>,
  candidates: readonly MeasuredCandidate[],
  { batchSizes, ...measure }: MeasureModelOptions,
): Promise<MeasuredModel> {
  const { model, loading, onProgress, signal } = resolveCreateOptions(options, runtime)
  const { manifest, bytes } = await loadVerifiedModel(runtime, model, { ...loading, onProgress, signal })
  const rows: MeasuredProvider[] = []
  for (const batchSize of batchSizes) {
    rows.push(...(await measureProviders(runtime, bytes, manifest, candidates, { ...measure, batchSize })))
  }
  return { manifest, rows }
}
