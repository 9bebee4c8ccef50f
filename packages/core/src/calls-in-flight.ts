// Calls in, their results out unchanged; and a promise for the moment when none is left.

export class CallsInFlight {
  readonly #calls = new Set<Promise<unknown>>()

  track<Result>(call: () => Promise<Result>): Promise<Result> {
    const result = call()
    const settled: Promise<unknown> = result.catch(() => undefined).then(() => this.#calls.delete(settled))
    this.#calls.add(settled)
    return result
  }

  get isEmpty(): boolean {
    return this.#calls.size === 0
  }

  /** Waits for the calls known now; calls that begin later are the caller's business to refuse. */
  async finished(): Promise<void> {
    await Promise.all(this.#calls)
  }
}
