// A platform and options in, a classifier out: load the manifest and the model, create the session.
import type { Classifier } from './classifier'
import { Pipeline } from './classify/pipeline'
import type { BackendReport } from './execution-provider'
import { isGpuProvider } from './is-gpu-provider'
import { loadVerifiedModel } from './model/load-verified-model'
import type { ResolvedBatching } from './options/batching-options'
import type { CreateClassifierOptions } from './options/create-options'
import { loadCloserLook } from './options/load-closer-look'
import { settleCreateOptions } from './options/settle-create-options'
import { PipelineClassifier } from './pipeline-classifier'
import type { QueueParts } from './queue/queue-parts'
import type { Runtime } from './runtime'
import { LiveSession } from './session/live-session'
import { loadOtherSessions } from './session/load-other-sessions'

/**
 * Errors: 'option-unknown', 'option-invalid', 'model-not-found', 'model-manifest', 'model-integrity',
 * 'provider-failed', 'aborted', and with a warm-up also 'run-failed' and 'model-invalid'.
 */
export async function createClassifier<Source, ModelSource, Video = never>(
  runtime: Runtime<Source, ModelSource | string, Video>,
  options: CreateClassifierOptions<ModelSource | string> = {},
): Promise<Classifier<Source, Video>> {
  const settings = await settleCreateOptions(options, runtime)
  const { signal, onProgress, loading } = settings
  const model = await loadVerifiedModel(runtime, settings.model, { ...loading, onProgress, signal })
  const session = await LiveSession.start(runtime, model, { ...settings, cache: loading.cache })
  const { manifest } = model
  const needsWarmup = ({ executionProvider }: BackendReport) => settings.warmup ?? isGpuProvider(executionProvider)
  const pipeline = new Pipeline<Source>({
    platform: runtime,
    manifest,
    session,
    mode: settings.preprocess ?? manifest.preprocess,
    decodeOptions: settings.decode,
    queue: await queueParts(runtime, settings.batching, manifest.input.batch),
  })
  const classifier = new PipelineClassifier<Source, Video>({
    platform: runtime,
    pipeline,
    backend: () => session.backend,
    switchTo: async (providers) => {
      const { switchProviders } = await loadOtherSessions()
      await switchProviders(session, { runtime, manifest, needsWarmup }, providers)
    },
  })
  if (needsWarmup(session.backend)) {
    const { warmUp } = await loadOtherSessions()
    await warmUp(classifier, settings)
  }
  return classifier
}

async function queueParts(
  runtime: Pick<Runtime<never, never>, 'clock' | 'delay'>,
  batching: ResolvedBatching,
  batch: number | undefined,
): Promise<QueueParts> {
  const { maxSize, listSize, maxDelay, maxQueue } = batching
  if (batch === undefined && maxDelay === 0 && maxQueue === Infinity) return { maxSize, listSize }
  const { makeQueueParts } = await loadCloserLook()
  return makeQueueParts(runtime, batching, batch)
}
