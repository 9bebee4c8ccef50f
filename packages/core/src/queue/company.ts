// Milliseconds that a call waits for company, and the pictures that fill a run, in; the waiting out.
import { StopSignal } from '../abort/stop-signal'
import type { Runtime } from '../runtime'
import type { QueueEntry } from './queue-entry'

type Waiting = Iterable<QueueEntry>

export class Company {
  readonly #maxDelay: number
  readonly #maxSize: number
  readonly #platform: Pick<Runtime<never, never>, 'clock' | 'delay'>
  /** Aborted to end the wait. */
  #wait: StopSignal | undefined
  #closing = false

  constructor(
    { maxDelay, maxSize }: { readonly maxDelay: number; readonly maxSize: number },
    platform: Pick<Runtime<never, never>, 'clock' | 'delay'>,
  ) {
    this.#maxDelay = maxDelay
    this.#maxSize = maxSize
    this.#platform = platform
  }

  /** When a call comes, in milliseconds. */
  now(): number {
    return this.#platform.clock()
  }

  /** Somebody has come. */
  joined(waiting: Waiting): void {
    if (this.#wait && countPictures(waiting) >= this.#maxSize) this.end()
  }

  /** True when it has waited: whoever came or left meanwhile must be looked at anew. */
  async waited(waiting: Waiting): Promise<boolean> {
    const [oldest] = waiting
    const { delay } = this.#platform
    if (oldest === undefined || this.#closing || !delay || countPictures(waiting) >= this.#maxSize) return false
    const rest = Math.ceil(this.#maxDelay - (this.now() - oldest.since))
    if (rest <= 0) return false
    this.#wait = new StopSignal()
    await delay(rest, this.#wait)
    this.#wait = undefined
    return true
  }

  end(): void {
    this.#wait?.abort()
  }

  /** From now on nobody waits. */
  close(): void {
    this.#closing = true
    this.end()
  }
}

function countPictures(waiting: Waiting): number {
  let count = 0
  for (const { pictures } of waiting) count += pictures.length
  return count
}
