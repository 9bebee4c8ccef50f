// The options of createClassifier as a caller writes them in; checked, with defaults, out.
import type { ExecutionProviderName } from '../execution-provider'
import { loadPart } from '../load-part'
import type { Runtime } from '../runtime'
import type { CreateClassifierOptions, ResolvedCreateOptions } from './create-options'
import { batchingDefaults, createDefaults, inputDefaults } from './option-defaults'
import { arePlain, plainOfCreation } from './plain-options'
import type { PlatformProviders, RequestedProviders } from './read-execution-providers'

/** Errors: 'option-unknown', 'option-invalid'. */
export async function settleCreateOptions<ModelSource>(
  options: CreateClassifierOptions<ModelSource>,
  platform: PlatformProviders & Pick<Runtime<never, never>, 'delay'>,
): Promise<ResolvedCreateOptions<ModelSource>> {
  const { defaultExecutionProviders: names } = platform
  if (arePlain(options, plainOfCreation) && !names.includes('auto')) return plainSettings(options, names)
  const { checkTimers, resolveCreateOptions } = await loadPart(() => import('./closer-create-options'))
  const settings = resolveCreateOptions(options, platform)
  checkTimers(platform, settings.batching)
  return settings
}

function plainSettings<ModelSource>(
  { model, onProgress, onFallback, signal }: CreateClassifierOptions<ModelSource>,
  names: readonly ExecutionProviderName[],
): ResolvedCreateOptions<ModelSource> {
  const { dtype, maxModelBytes, strict, threads, maxBytes, timeout, maxPixels, logLevel } = createDefaults
  const unset = undefined
  return {
    model: model ?? createDefaults.model,
    loading: { dtype, maxModelBytes, timeout, integrity: unset, fetch: unset, cache: unset },
    providers: asNamed(names),
    strict,
    threads,
    sessionOptions: {},
    batching: batchingDefaults,
    decode: { inputs: inputDefaults, maxBytes, timeout, maxPixels },
    logLevel,
    preprocess: unset,
    wasm: unset,
    warmup: unset,
    onProgress,
    onFallback,
    signal,
  }
}

function asNamed(names: readonly ExecutionProviderName[]): RequestedProviders {
  return { requested: names, candidates: names.map((name) => ({ name, options: {} })), auto: [] }
}
