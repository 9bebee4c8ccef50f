// Nothing in; the part that looks at all options, loaded once there is a use for it, out.
import { loadPart } from '../load-part'

/** Errors: 'code-missing'. */
export const loadCloserLook = () => loadPart(() => import('./closer-look'))
