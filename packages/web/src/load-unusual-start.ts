// Nothing in; what is needed where a session does not start as it usually does, loaded then, out.
import { loadPart } from '@stylelens/core'

/** Errors: 'code-missing'. */
export const loadUnusualStart = () => loadPart(() => import('./unusual-start'))
