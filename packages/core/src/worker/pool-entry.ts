// A job in; a promise for its result, and the one way to a worker, out.
import type { AbortSignalLike } from '../runtime'
import type { WorkerMethod } from './protocol'
import type { SentCall, WorkerLink } from './worker-link'

export interface JobMessage {
  readonly values: readonly unknown[]
  readonly transfer: readonly object[]
}

/** A call with pictures, which are packed only when a worker is free for them. */
export interface PoolJob {
  readonly method: WorkerMethod
  /** Pictures. */
  readonly weight: number
  readonly signal: AbortSignalLike | undefined
  /** May be called again where its answer was not sent. */
  pack(): Promise<JobMessage>
  /** A worker has been chosen. */
  onStart(): void
}

export class PoolEntry {
  readonly job: PoolJob
  readonly result: Promise<unknown>
  /** It is with a worker. */
  started = false
  #left = false
  #sent: SentCall<unknown> | undefined
  // The executor of a promise runs at once, so both are set when the constructor ends.
  #resolve: (result: unknown) => void = () => undefined
  reject: (error: unknown) => void = () => undefined

  constructor(job: PoolJob) {
    this.job = job
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.reject = reject
    })
  }

  /** Nobody waits any more; a worker that has the job is told. */
  leave(): void {
    this.#left = true
    this.#sent?.abort()
  }

  /** Resolves when the job is over for this worker: to false where the worker had ended before it was given the job. */
  async sendTo(link: WorkerLink): Promise<boolean> {
    const { method, signal, pack, onStart } = this.job
    this.started = true
    onStart()
    try {
      const { values, transfer } = await pack()
      if (this.#left) return true
      if (link.ended) {
        this.started = false
        return false
      }
      this.#sent = link.send({ method, values, transfer, abortable: signal !== undefined })
      this.#resolve(await this.#sent.result)
    } catch (error) {
      this.reject(error)
    }
    return true
  }
}
