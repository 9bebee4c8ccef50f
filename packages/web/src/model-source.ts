// How a caller names a model in a browser.
import type { UrlLike } from '@stylelens/core'
import type { EmbeddedModelName } from './embedded-models'

/** The name of an embedded model, or the address of the folder of a manifest.json and the file that it names. */
export type ModelSource = EmbeddedModelName | (string & {}) | UrlLike
