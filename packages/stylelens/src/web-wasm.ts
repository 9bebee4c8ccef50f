// stylelens/wasm in browsers: what @stylelens/web/wasm gives, under the types that all runtimes share.
import * as platform from '@stylelens/web/wasm'
import type { Capabilities } from '@stylelens/core'
import type { Classify, ClearCache, CreateClassifier, EmbeddedModelName } from './api'

/**
 * Loads a model and makes it ready.
 * Rejects with a `ClassifierError`: 'option-*', 'model-*', 'provider-failed' or 'aborted'.
 */
export const createClassifier: CreateClassifier = platform.createClassifier

/**
 * Classifies a picture, or a list of them, with a classifier that is made at the first call and then shared by all
 * calls of the same options. `classify.dispose()` frees what is shared.
 */
export const classify: Classify = platform.classify

/**
 * Forgets the models that were downloaded and kept: in Node in the folder that `cache` names, in a browser in the usual
 * place of this site, where another is not given. Rejects with 'option-invalid' or 'cache-failed'.
 */
export const clearCache: ClearCache = platform.clearCache

/** The models that lie inside, best first. */
export const embeddedModelNames: readonly EmbeddedModelName[] = platform.embeddedModelNames

/** What this machine or browser can do, and what each missing thing needs. Changes and downloads nothing. */
export const getCapabilities: () => Promise<Capabilities> = platform.getCapabilities

export { ClassifierError, isClassifierError } from '@stylelens/web/wasm'
export type * from './api'
