// Nothing in; a signal that core itself can abort, out: for work that must end when its reader leaves.
import type { AbortSignalLike } from '../runtime'

/** No AbortSignal of the platform, but all of one that a Runtime may use. */
export class StopSignal implements AbortSignalLike {
  readonly #listeners = new Set<() => void>()
  #aborted = false
  #reason: unknown

  get aborted(): boolean {
    return this.#aborted
  }

  get reason(): unknown {
    return this.#reason
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener)
  }

  /** A second call changes nothing. */
  abort(reason?: unknown): void {
    if (this.#aborted) return
    this.#aborted = true
    this.#reason = reason
    const listeners = [...this.#listeners]
    this.#listeners.clear()
    for (const listener of listeners) listener()
  }

  /** Aborts with the other one, for its reason; call what is returned when that no longer matters. */
  follow(other: AbortSignalLike | undefined): () => void {
    if (other === undefined) return () => undefined
    const abort = (): void => this.abort(other.reason)
    if (other.aborted) abort()
    else other.addEventListener('abort', abort)
    return () => other.removeEventListener('abort', abort)
  }
}
