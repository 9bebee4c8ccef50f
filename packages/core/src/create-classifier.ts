// A platform and options in, a classifier out: load the manifest and the model, create the session.
import { untilAborted } from './abort/until-aborted'
import { PipelineClassifier } from './classifier'
import type { Classifier } from './classifier'
import { Pipeline } from './classify/pipeline'
import { loadVerifiedModel } from './model/load-verified-model'
import { resolveCreateOptions } from './options/create-options'
import type { CreateClassifierOptions } from './options/create-options'
import type { AbortSignalLike, Runtime } from './runtime'
import { selectSession } from './session/select-session'

/**
 * Errors: 'option-unknown', 'option-invalid', 'model-not-found', 'model-manifest', 'model-integrity',
 * 'provider-failed', 'aborted', and with `warmup` also 'run-failed' and 'model-invalid'.
 */
export async function createClassifier<Source, ModelSource>(
  runtime: Runtime<Source, ModelSource | string>,
  options: CreateClassifierOptions<ModelSource | string> = {},
): Promise<Classifier<Source>> {
  const settings = resolveCreateOptions(options, runtime.defaultExecutionProviders)
  const { manifest, bytes } = await loadVerifiedModel(runtime, settings.model, settings.signal)
  const { session, backend } = await selectSession(runtime, bytes, settings)
  const pipeline = new Pipeline<Source>({
    platform: runtime,
    manifest,
    session,
    mode: settings.preprocess ?? manifest.preprocess,
    decodeOptions: settings.decode,
  })
  const classifier = new PipelineClassifier(pipeline, backend)
  if (settings.warmup) await warmUp(classifier, settings.signal)
  return classifier
}

async function warmUp<Source>(classifier: Classifier<Source>, signal: AbortSignalLike | undefined): Promise<void> {
  try {
    await untilAborted(classifier.warmup(), signal)
  } catch (error) {
    await classifier.dispose()
    throw error
  }
}
