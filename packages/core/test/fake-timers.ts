// Milliseconds in; delays that end when a test lets the time pass, and a clock that goes with them, out.
import type { AbortSignalLike } from '../src/index'

interface Waiting {
  readonly until: number
  end(): void
}

export class FakeTimers {
  /** The milliseconds of every delay that was asked for. */
  readonly asked: number[] = []
  readonly #waiting = new Set<Waiting>()
  #time = 0
  #ticks = 0

  /** Never the same twice, so that what takes time can be seen to take some. */
  tick(): number {
    return this.#time + ++this.#ticks / 1e6
  }

  /** Delays that have not ended. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** Of 0 milliseconds: ends by itself, when everything has happened that needs no timer. */
  delay(milliseconds: number, signal?: AbortSignalLike): Promise<void> {
    this.asked.push(milliseconds)
    if (signal?.aborted) return Promise.resolve()
    if (milliseconds === 0) return new Promise((resolve) => { setTimeout(resolve, 0) })
    return new Promise((resolve) => {
      const end = (): void => {
        this.#waiting.delete(waiting)
        signal?.removeEventListener('abort', end)
        resolve()
      }
      const waiting = { until: this.#time + milliseconds, end }
      this.#waiting.add(waiting)
      signal?.addEventListener('abort', end)
    })
  }

  pass(milliseconds: number): void {
    this.#time += milliseconds
    for (const waiting of [...this.#waiting]) if (waiting.until <= this.#time) waiting.end()
  }
}
