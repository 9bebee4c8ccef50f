// The name of an embedded model or an address in; its manifest as JSON, and a way to the files it names, out.
import type { LoadModelOptions, ModelFiles } from '@stylelens/core'
import { embeddedModel } from './embedded-model'
import { isEmbeddedModel } from './embedded-models'
import { loadOtherFiles } from './load-other-files'
import type { ModelSource } from './model-source'

/** Throws 'model-not-found', 'model-manifest', 'model-integrity', 'model-download', 'cache-failed' or 'aborted'. */
export async function loadModel(model: ModelSource, options: LoadModelOptions): Promise<ModelFiles> {
  const embedded = isEmbeddedModel(model) ? await embeddedModel(model, options) : undefined
  if (embedded) return embedded
  const { findModel } = await loadOtherFiles()
  return findModel(model, options)
}
