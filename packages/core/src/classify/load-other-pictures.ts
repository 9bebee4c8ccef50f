// Nothing in; the part for all but the most usual pictures, loaded with the first of them, out.
import { loadPart } from '../load-part'

/** Errors: 'code-missing'. */
export const loadOtherPictures = () => loadPart(() => import('./other-pictures'))
