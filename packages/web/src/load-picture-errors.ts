// Nothing in; what is said of pictures that cannot be read, loaded with the first of them, out.
import { loadPart } from '@stylelens/core'

/** Errors: 'code-missing'. */
export const loadPictureErrors = () => loadPart(() => import('./picture-errors'))
