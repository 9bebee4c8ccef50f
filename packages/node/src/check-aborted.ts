// An abort signal in; nothing out, or the typed error of an aborted call.
import { ClassifierError } from '@stylelens/core'
import type { AbortSignalLike } from '@stylelens/core'

const abortedError = (signal: AbortSignalLike) =>
  new ClassifierError('aborted', 'The call was aborted by its signal.', { cause: signal.reason })

/** Throws 'aborted' if the signal is. */
export function checkAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw abortedError(signal)
}

/** Settles as the promise does, or rejects with 'aborted' as soon as the signal is. */
export async function orAborted<Value>(promise: Promise<Value>, signal: AbortSignalLike | undefined): Promise<Value> {
  if (signal === undefined) return promise
  let listener = () => {}
  const aborted = new Promise<never>((_, reject) => {
    listener = () => reject(abortedError(signal))
  })
  signal.addEventListener('abort', listener)
  if (signal.aborted) listener()
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', listener)
  }
}
