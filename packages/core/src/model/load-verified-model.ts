// A platform and the place of a model in; its checked manifest and the very bytes that the manifest describes out.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { untilAborted } from '../abort/until-aborted'
import { loadPart } from '../load-part'
import type { Runtime } from '../runtime'
import { withTypedErrors } from '../with-typed-errors'
import { isModelInMemory } from './is-model-in-memory'
import type { LoadModelOptions } from './load-model-options'
import type { ModelInMemory } from './model-files'
import type { VerifiedModel } from './verified-model'

type ModelLoader<ModelSource> = Pick<Runtime<never, ModelSource>, 'loadModel' | 'sha256'>

/**
 * Errors: 'model-not-found', 'model-manifest', 'model-integrity', 'model-invalid', 'model-unsupported',
 * 'model-download', 'cache-failed', 'option-invalid' for a dtype that the model does not have, 'aborted', and those of
 * the platform.
 */
export async function loadVerifiedModel<ModelSource>(
  platform: ModelLoader<ModelSource>,
  model: ModelSource | ModelInMemory,
  options: LoadModelOptions,
): Promise<VerifiedModel> {
  throwIfAborted(options.signal)
  return untilAborted(load(platform, model, options), options.signal)
}

async function load<ModelSource>(
  platform: ModelLoader<ModelSource>,
  model: ModelSource | ModelInMemory,
  options: LoadModelOptions,
): Promise<VerifiedModel> {
  const files = isModelInMemory(model)
    ? model
    : await withTypedErrors('model-not-found', 'The model could not be loaded', () =>
        platform.loadModel(model, options),
      )
  if ('verified' in files && files.verified) return files.verified
  const { loadForeignModel } = await loadPart(() => import('./load-foreign-model'))
  return loadForeignModel(platform, files, options)
}
