// Milliseconds in; a promise that resolves when they are over, or when a signal is aborted, out.
import type { AbortSignalLike } from '@stylelens/core'

/** Leaves no timer and no listener. */
export function delay(milliseconds: number, signal?: AbortSignalLike): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal?.addEventListener('abort', end)
  })
}
