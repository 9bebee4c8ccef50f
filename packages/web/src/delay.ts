// Milliseconds and a signal in; a promise out that resolves after them, or as soon as the signal is aborted.
import type { AbortSignalLike } from '@stylelens/core'

/** Never rejects, and leaves no timer and no listener. */
export function delay(milliseconds: number, signal?: AbortSignalLike): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal?.addEventListener('abort', end)
    if (signal?.aborted) end()
  })
}
