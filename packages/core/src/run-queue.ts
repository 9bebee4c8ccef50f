// Jobs in, their results out: one job at a time, first come first served, whatever becomes of the others.
import { throwIfAborted } from './abort/throw-if-aborted'
import { untilAborted } from './abort/until-aborted'
import type { AbortSignalLike } from './runtime'

interface Entry {
  started: boolean
  start(): Promise<void>
}

export class RunQueue {
  readonly #waiting: Entry[] = []
  #draining: Promise<void> | undefined

  /** Rejects at once when the signal is aborted: a waiting job is then never started, a running one runs out unseen. */
  async enqueue<Result>(job: () => Promise<Result>, signal?: AbortSignalLike): Promise<Result> {
    throwIfAborted(signal)
    const { entry, result } = makeEntry(job)
    this.#waiting.push(entry)
    this.#draining ??= this.#drain()
    try {
      return await untilAborted(result, signal)
    } finally {
      if (!entry.started) this.#waiting.splice(this.#waiting.indexOf(entry), 1)
    }
  }

  /** Resolves when nothing runs and nothing waits. */
  async idle(): Promise<void> {
    while (this.#draining) await this.#draining
  }

  async #drain(): Promise<void> {
    // One tick first, so that #draining is set before the first job begins.
    await Promise.resolve()
    for (let entry = this.#waiting.shift(); entry; entry = this.#waiting.shift()) await entry.start()
    this.#draining = undefined
  }
}

function makeEntry<Result>(job: () => Promise<Result>): { entry: Entry; result: Promise<Result> } {
  let start: Entry['start'] = async () => undefined
  const result = new Promise<Result>((resolve, reject) => {
    start = async () => {
      entry.started = true
      await job().then(resolve, reject)
    }
  })
  const entry: Entry = { started: false, start: () => start() }
  return { entry, result }
}
