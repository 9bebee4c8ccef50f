// Nothing in; the part for all but a session on the CPU that starts and runs, loaded when it is needed, out.
import { loadPart } from '../load-part'

/** Errors: 'code-missing'. */
export const loadOtherSessions = () => loadPart(() => import('./other-sessions'))
