// A signal in; the typed error of an aborted call out.
import { ClassifierError } from '../classifier-error'
import type { AbortSignalLike } from '../runtime'

/** Its name is 'AbortError', its cause is `signal.reason`. */
export function abortError(signal: AbortSignalLike): ClassifierError {
  return new ClassifierError('aborted', 'The call was aborted by its signal.', { cause: signal.reason })
}

export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw abortError(signal)
}
