// Nothing in; the part for all but a session on 'wasm', loaded when it is needed, out.
import { loadPart } from '@stylelens/core'

/** Errors: 'code-missing'. */
export const loadOtherProviders = () => loadPart(() => import('./other-providers'))
