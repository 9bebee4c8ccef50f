// A platform and options in, a classifier out: load the manifest and the model, create the session.
import type { Classifier } from './classifier'
import { ClassifierError } from './classifier-error'
import { blankRequest } from './classify/blank-request'
import { Pipeline } from './classify/pipeline'
import { isGpuProvider } from './execution-provider'
import type { BackendReport } from './execution-provider'
import { loadVerifiedModel } from './model/load-verified-model'
import type { ResolvedBatching } from './options/batching-options'
import { resolveCreateOptions } from './options/create-options'
import type { CreateClassifierOptions, ResolvedCreateOptions } from './options/create-options'
import { readSwitchedProviders } from './options/read-switched-providers'
import { PipelineClassifier } from './pipeline-classifier'
import type { Runtime } from './runtime'
import { LiveSession } from './session/live-session'
import { runModel } from './session/run-model'
import { warmUp } from './warm-up'

/**
 * Errors: 'option-unknown', 'option-invalid', 'model-not-found', 'model-manifest', 'model-integrity',
 * 'provider-failed', 'aborted', and with a warm-up also 'run-failed' and 'model-invalid'.
 */
export async function createClassifier<Source, ModelSource, Video = never>(
  runtime: Runtime<Source, ModelSource | string, Video>,
  options: CreateClassifierOptions<ModelSource | string> = {},
): Promise<Classifier<Source, Video>> {
  const settings = resolveCreateOptions(options, runtime)
  checkTimers(runtime, settings.batching)
  const { signal, onProgress, loading } = settings
  const model = await loadVerifiedModel(runtime, settings.model, { ...loading, onProgress, signal })
  const session = await LiveSession.start(runtime, model, { ...settings, cache: loading.cache })
  const { manifest } = model
  const pipeline = new Pipeline<Source>({
    platform: runtime,
    manifest,
    session,
    mode: settings.preprocess ?? manifest.preprocess,
    decodeOptions: settings.decode,
    batching: settings.batching,
  })
  const classifier = new PipelineClassifier<Source, Video>({
    platform: runtime,
    pipeline,
    backend: () => session.backend,
    switchTo: async (providers) => session.switchTo(readSwitchedProviders(providers, runtime), async (next) => {
      const { pictures, lengths } = blankRequest(manifest)
      if (needsWarmup(settings, next.backend)) await runModel(next.session, manifest, pictures, lengths)
    }),
  })
  if (needsWarmup(settings, session.backend)) await warmUp(classifier, settings)
  return classifier
}

type Warmth = Pick<ResolvedCreateOptions<never>, 'warmup'>

function needsWarmup({ warmup }: Warmth, { executionProvider }: BackendReport): boolean {
  return warmup ?? isGpuProvider(executionProvider)
}

function checkTimers({ delay }: Pick<Runtime<never, never>, 'delay'>, { maxDelay }: ResolvedBatching): void {
  if (maxDelay === 0 || delay) return
  const sentence = `Option "batching.maxDelay" must be 0 on this platform, which has no timers; received ${maxDelay}.`
  throw new ClassifierError('option-invalid', sentence)
}
