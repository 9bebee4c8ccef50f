// A way to start workers in; a pool out that gives each job to the least busy one and replaces those that end.
import { StopSignal } from '../abort/stop-signal'
import { untilAborted } from '../abort/until-aborted'
import { isClassifierError } from '../classifier-error'
import type { AbortSignalLike } from '../runtime'
import { PoolEntry } from './pool-entry'
import type { PoolJob } from './pool-entry'
import type { WorkerLink } from './worker-link'

export interface StartRequest {
  /** Another worker that starts at the same time says the same. */
  readonly muted: boolean
  readonly signal: AbortSignalLike
  /** It may have jobs from now on. */
  onReady(link: WorkerLink): void
  onEnd(): void
}

export interface PoolParts {
  readonly size: number
  /** A worker takes a further job while fewer of its pictures than these are unanswered. */
  readonly window: number
  /** Makes a worker with its classifier. Rejects with a typed error; nothing is left then. */
  start(request: StartRequest): Promise<void>
}

interface Member {
  readonly link: WorkerLink
  /** Given to it and not answered. */
  jobs: number
  pictures: number
}

// Two, so that the next list is there already when one has been answered.
const jobsAtOnce = 2

export class WorkerPool {
  readonly #parts: PoolParts
  readonly #members = new Set<Member>()
  readonly #waiting: PoolEntry[] = []
  readonly #stop = new StopSignal()
  readonly #starts = new Set<Promise<void>>()
  /** Workers that could not be replaced: the others go on without them. */
  #lost = 0

  private constructor(parts: PoolParts) {
    this.#parts = parts
  }

  /** The first worker starts alone: where it fails, so would the others. Errors: those of `start`. */
  static async open(parts: PoolParts, signal: AbortSignalLike | undefined): Promise<WorkerPool> {
    const pool = new WorkerPool(parts)
    const leave = pool.#stop.follow(signal)
    try {
      await pool.#add(false)
      await Promise.all(Array.from({ length: parts.size - 1 }, () => pool.#add(true)))
      return pool
    } catch (error) {
      await pool.#abandon()
      throw error
    } finally {
      leave()
    }
  }

  get size(): number {
    return this.#parts.size
  }

  /** Jobs begin in their order. Rejects as the worker does, with 'worker-failed' where it ends, and with 'aborted'. */
  async run<Result>(job: PoolJob): Promise<Result> {
    const entry = new PoolEntry(job)
    this.#waiting.push(entry)
    this.#pump()
    try {
      return await untilAborted(entry.result, job.signal) as Result
    } finally {
      entry.leave()
      if (!entry.started) this.#remove(entry)
    }
  }

  /** All workers that there are now, at least one. */
  async links(): Promise<readonly WorkerLink[]> {
    while (this.#members.size === 0) await (this.#starts.values().next().value ?? this.#add(false))
    return [...this.#members].map(({ link }) => link)
  }

  /** For when no job is in flight. Rejects with the first error of a classifier that could not be freed. */
  async close(): Promise<void> {
    this.#stop.abort()
    const links = [...this.#members].map(({ link }) => link)
    const ends = await Promise.allSettled(links.map(disposeAndEnd))
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed) throw failed.reason
  }

  #remove(entry: PoolEntry): void {
    const place = this.#waiting.indexOf(entry)
    if (place >= 0) this.#waiting.splice(place, 1)
  }

  /** Whoever asked for it: jobs may wait for it as well. */
  #add(muted: boolean): Promise<void> {
    const start = this.#start(muted).finally(() => {
      this.#starts.delete(start)
      this.#pump()
    })
    this.#starts.add(start)
    return start
  }

  async #start(muted: boolean): Promise<void> {
    let member: Member | undefined
    const onReady = (link: WorkerLink): void => {
      member = { link, jobs: 0, pictures: 0 }
      if (!link.ended) this.#members.add(member)
    }
    const onEnd = (): void => {
      if (member) this.#members.delete(member)
      this.#pump()
    }
    try {
      await this.#parts.start({ muted, signal: this.#stop, onReady, onEnd })
    } catch (error) {
      // Where none is left, the next call tries again; those who wait would only wait for the same failure.
      if (this.#members.size > 0 || this.#starts.size > 1) this.#lost++
      else for (const entry of this.#waiting.splice(0)) entry.reject(error)
      throw error
    }
  }

  #pump(): void {
    while (this.#waiting.length > 0 && !this.#stop.aborted) {
      const member = this.#leastBusy()
      if (this.#hasGap() && (member === undefined || member.jobs > 0)) this.#add(false).catch(() => undefined)
      if (member === undefined) return
      const entry = this.#waiting.shift()
      if (entry) void this.#give(entry, member)
    }
  }

  #hasGap(): boolean {
    if (this.#members.size === 0) this.#lost = 0
    return this.#members.size + this.#starts.size < this.#parts.size - this.#lost
  }

  #leastBusy(): Member | undefined {
    const open = [...this.#members].filter(({ jobs, pictures }) =>
      jobs < jobsAtOnce || pictures < this.#parts.window)
    return open.reduce<Member | undefined>((least, member) =>
      least === undefined || member.pictures < least.pictures ? member : least, undefined)
  }

  async #give(entry: PoolEntry, member: Member): Promise<void> {
    const { weight } = entry.job
    member.jobs++
    member.pictures += weight
    try {
      // What ended before it had the job has not lost it.
      if (!await entry.sendTo(member.link)) this.#waiting.unshift(entry)
    } finally {
      member.jobs--
      member.pictures -= weight
      this.#pump()
    }
  }

  async #abandon(): Promise<void> {
    this.#stop.abort()
    await Promise.all([...this.#members].map(({ link }) => link.terminate()))
  }
}

async function disposeAndEnd(link: WorkerLink): Promise<void> {
  try {
    if (!link.ended) await link.send({ method: 'dispose', values: [] }).result
  } catch (error) {
    // One that is gone has freed everything.
    if (!isClassifierError(error, 'worker-failed')) throw error
  } finally {
    await link.terminate()
  }
}
