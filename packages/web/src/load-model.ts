// The name of an embedded model or an address in; its manifest as JSON, and a way to the files it names, out.
import { loadPart } from '@stylelens/core'
import type { LoadModelOptions, ModelFiles, UrlLike } from '@stylelens/core'
import { embeddedModel } from './embedded-model'
import { isEmbeddedModel } from './embedded-models'
import type { EmbeddedModelName } from './embedded-models'

/** The name of an embedded model, or the address of the folder of a manifest.json and the file that it names. */
export type ModelSource = EmbeddedModelName | (string & {}) | UrlLike

/** Throws 'model-not-found', 'model-manifest', 'model-integrity', 'model-download', 'cache-failed' or 'aborted'. */
export async function loadModel(model: ModelSource, options: LoadModelOptions): Promise<ModelFiles> {
  // a digest that the caller demands is that of manifest.json, which is then read as any other
  if (isEmbeddedModel(model) && options.integrity === undefined) return embeddedModel(model, options)
  const { findModel } = await loadPart(() => import('./find-model'))
  return findModel(model, options)
}
