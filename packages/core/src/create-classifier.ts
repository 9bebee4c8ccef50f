// A platform and options in, a classifier out: load the manifest and the model, create the session.
import type { Classifier } from './classifier'
import { ClassifierError } from './classifier-error'
import { Pipeline } from './classify/pipeline'
import { isGpuProvider } from './execution-provider'
import { loadVerifiedModel } from './model/load-verified-model'
import type { ResolvedBatching } from './options/batching-options'
import { resolveCreateOptions } from './options/create-options'
import type { CreateClassifierOptions } from './options/create-options'
import { readSwitchedProviders } from './options/read-switched-providers'
import { PipelineClassifier } from './pipeline-classifier'
import type { Runtime } from './runtime'
import { LiveSession } from './session/live-session'
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
    switchTo: async (providers) => session.switchTo(readSwitchedProviders(providers, runtime)),
  })
  if (settings.warmup ?? isGpuProvider(session.backend.executionProvider)) await warmUp(classifier, settings)
  return classifier
}

function checkTimers({ delay }: Pick<Runtime<never, never>, 'delay'>, { maxDelay }: ResolvedBatching): void {
  if (maxDelay === 0 || delay) return
  const sentence = `Option "batching.maxDelay" must be 0 on this platform, which has no timers; received ${maxDelay}.`
  throw new ClassifierError('option-invalid', sentence)
}
