// Nothing in; what gets files that are not simply there, loaded when it is needed, out.
import { loadPart } from '@stylelens/core'

/** Errors: 'code-missing'. */
export const loadOtherFiles = () => loadPart(() => import('./other-files'))
