// Pictures of many calls in; runs of the model, one at a time, that join what waits, and each call's own outputs out.
import { throwIfAborted } from './abort/throw-if-aborted'
import { untilAborted } from './abort/until-aborted'
import type { Company } from './queue/company'
import { QueueEntry } from './queue/queue-entry'
import type { RunRequest } from './queue/queue-entry'
import type { RunPictures } from './queue/run-pictures'
import { loadOtherSessions } from './session/load-other-sessions'
import type { PictureOutputs } from './session/model-outputs'

export interface QueueSettings {
  /** Pictures of different calls in one run. A call that has more runs alone. */
  readonly maxSize: number
  /** What lets a call wait while nothing runs; undefined: none does. */
  readonly company?: Company | undefined
}

/** See docs/decisions/0012-queue-and-batches.md. */
export class RunQueue {
  readonly #run: RunPictures
  readonly #settings: QueueSettings
  // A set keeps the order of arrival, and an aborted entry leaves it at once, however many wait.
  readonly #waiting = new Set<QueueEntry>()
  #draining: Promise<void> | undefined

  constructor(run: RunPictures, settings: QueueSettings) {
    this.#run = run
    this.#settings = settings
  }

  /** Rejects at once when the signal is aborted: what waits is then never run, what runs runs out unseen. */
  async enqueue(request: RunRequest): Promise<PictureOutputs[]> {
    throwIfAborted(request.signal)
    const { company } = this.#settings
    const entry = new QueueEntry(request, company?.now() ?? 0)
    this.#waiting.add(entry)
    company?.joined(this.#waiting)
    this.#draining ??= this.#drain()
    try {
      return await untilAborted(entry.result, request.signal)
    } finally {
      entry.left = true
      if (this.#waiting.delete(entry) && this.#waiting.size === 0) company?.end()
    }
  }

  /** Resolves when nothing runs and nothing waits; from now on nobody waits for company. */
  async idle(): Promise<void> {
    this.#settings.company?.close()
    while (this.#draining) await this.#draining
  }

  async #drain(): Promise<void> {
    // One tick first: calls that were made together then wait together, and #draining is set.
    await Promise.resolve()
    const { company } = this.#settings
    while (this.#waiting.size > 0) {
      if (company && await company.waited(this.#waiting)) continue
      const entries = this.#takeTogether()
      await (entries.length === 1 ? this.#runAlone(entries[0]) : this.#runTogether(entries))
    }
    this.#draining = undefined
  }

  /** In order of arrival, as many as fit into one run. */
  #takeTogether(): QueueEntry[] {
    const taken: QueueEntry[] = []
    let pictures = 0
    for (const entry of this.#waiting) {
      pictures += entry.pictures.length
      if (taken.length > 0 && pictures > this.#settings.maxSize) break
      taken.push(entry)
    }
    for (const entry of taken) this.#waiting.delete(entry)
    return taken
  }

  async #runTogether(entries: readonly QueueEntry[]): Promise<void> {
    // Where it cannot be loaded, each by itself is as right, only slower.
    const other = await loadOtherSessions().catch(() => undefined)
    if (await other?.runTogether(entries, this.#run)) return
    for (const entry of entries) if (!entry.left) await this.#runAlone(entry)
  }

  async #runAlone(entry: QueueEntry): Promise<void> {
    entry.start()
    try {
      entry.resolve(await this.#run(entry.pictures, entry.lengths))
    } catch (error) {
      entry.reject(error)
    }
  }
}
