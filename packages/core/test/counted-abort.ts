// Nothing in; an abort controller whose signal can say how many listeners it still has out.

export class CountedAbort {
  readonly #listeners = new Set<() => void>()

  readonly signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_type: 'abort', listener: () => void): void => void this.#listeners.add(listener),
    removeEventListener: (_type: 'abort', listener: () => void): void => void this.#listeners.delete(listener),
  }

  get listeners(): number {
    return this.#listeners.size
  }

  abort(reason: unknown = new Error('enough')): void {
    this.signal.aborted = true
    this.signal.reason = reason
    for (const listener of [...this.#listeners]) listener()
  }
}
