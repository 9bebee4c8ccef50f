// Work in progress and a signal in; the work's result out, or a typed error as soon as the signal is aborted.
import type { AbortSignalLike } from '../runtime'
import { abortError } from './throw-if-aborted'

/**
 * Leaves no listener on the signal, whatever happens.
 * @param discard receives a result that came too late, so that what it holds can be released.
 */
export function untilAborted<Value>(
  work: Promise<Value>,
  signal: AbortSignalLike | undefined,
  discard?: (late: Value) => void | Promise<void>,
): Promise<Value> {
  if (signal === undefined) return work
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      signal.removeEventListener('abort', stop)
      reject(abortError(signal))
      if (discard) work.then(discard).catch(() => undefined)
    }
    const settle = (answer: () => void): void => {
      signal.removeEventListener('abort', stop)
      answer()
    }
    work.then(
      (value) => settle(() => resolve(value)),
      // A platform that listens to the same signal may fail first, with an error of its own kind.
      (error: unknown) => settle(() => reject(signal.aborted ? abortError(signal) : error)),
    )
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop)
  })
}
