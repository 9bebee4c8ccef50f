// The options of createClassifier as a caller writes them in; checked, with defaults, out.
import type { ExecutionProviderName } from '../execution-provider'
import type { Runtime } from '../runtime'
import type { CreateClassifierOptions, ResolvedCreateOptions } from './create-options'
import { loadCloserLook } from './load-closer-look'
import { batchingDefaults, createDefaults, inputDefaults } from './option-defaults'
import { arePlain, plainOfCreation } from './plain-options'
import type { PlatformProviders } from './read-execution-providers'

/** Errors: 'option-unknown', 'option-invalid'. */
export async function settleCreateOptions<ModelSource>(
  options: CreateClassifierOptions<ModelSource>,
  platform: PlatformProviders & Pick<Runtime<never, never>, 'delay'>,
): Promise<ResolvedCreateOptions<ModelSource>> {
  const { defaultExecutionProviders: names } = platform
  if (arePlain(options, plainOfCreation) && !names.includes('auto')) return plainSettings(options, names)
  const { checkTimers, resolveCreateOptions } = await loadCloserLook()
  const settings = resolveCreateOptions(options, platform)
  checkTimers(platform, settings.batching)
  return settings
}

function plainSettings<ModelSource>(
  { model, onProgress, onFallback, signal }: CreateClassifierOptions<ModelSource>,
  names: readonly ExecutionProviderName[],
): ResolvedCreateOptions<ModelSource> {
  const { dtype, maxModelBytes, strict, threads, maxBytes, timeout, maxPixels, logLevel } = createDefaults
  return {
    model: model ?? createDefaults.model,
    loading: { dtype, maxModelBytes, timeout },
    providers: { requested: names, candidates: names.map((name) => ({ name, options: {} })), auto: [] },
    strict,
    threads,
    sessionOptions: {},
    timeout,
    batching: batchingDefaults,
    decode: { inputs: inputDefaults, maxBytes, timeout, maxPixels },
    logLevel,
    onProgress,
    onFallback,
    signal,
  }
}
