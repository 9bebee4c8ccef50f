// One worker in; its calls, its answers and its end out.
import { ClassifierError } from '../classifier-error'
import type { BackendReport } from '../execution-provider'
import { messageOf } from '../with-typed-errors'
import { unpackError } from './pack-error'
import { unpackEvent } from './pack-event'
import type { FromWorker, ToWorker, WorkerMethod } from './protocol'
import type { WorkerHandle } from './worker-port'

export interface LinkListeners {
  /** What a listener of the caller is to hear. */
  onEvent(listener: string, event: unknown): void
  onBackend(backend: BackendReport): void
  /** The worker is gone; the calls in flight are rejected already. */
  onEnd(): void
}

export interface LinkCall {
  readonly method: WorkerMethod
  readonly values: readonly unknown[]
  readonly transfer?: readonly object[]
  readonly abortable?: boolean
}

/** A call that was sent. */
export interface SentCall<Result> {
  readonly result: Promise<Result>
  /** Tells the worker that nobody waits any more. */
  abort(): void
}

interface Pending {
  resolve(value: unknown): void
  reject(error: unknown): void
}

export class WorkerLink {
  readonly #handle: WorkerHandle
  readonly #listeners: LinkListeners
  readonly #pending = new Map<number, Pending>()
  #lastId = 0
  #ended = false
  /** What the worker told last; undefined before it has a classifier. */
  backend: BackendReport | undefined
  /** Its events are not passed on: another worker says the same. */
  muted = false

  constructor(handle: WorkerHandle, listeners: LinkListeners) {
    this.#handle = handle
    this.#listeners = listeners
    handle.onMessage((message) => this.#receive(message as FromWorker))
    handle.onEnd((reason) => {
      this.#end(reason)
      void handle.terminate().catch(() => undefined) // Whatever is left of it.
    })
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Throws what the port throws where something cannot be cloned; rejects with 'worker-failed' if the worker ends. */
  send<Result>({ method, values, transfer = [], abortable = false }: LinkCall): SentCall<Result> {
    if (this.#ended) throw workerFailed(new Error('It was gone already.'))
    const id = ++this.#lastId
    this.#post({ type: 'call', id, method, values, abortable }, transfer)
    const result = new Promise<Result>((resolve, reject) => {
      this.#pending.set(id, { resolve: (value) => resolve(value as Result), reject })
    })
    this.#handle.keepAlive?.(true)
    const abort = (): void => {
      if (abortable && this.#pending.has(id)) this.#post({ type: 'abort', id }, [])
    }
    return { result, abort }
  }

  /** Calls in flight are rejected with 'worker-failed'. */
  async terminate(): Promise<void> {
    this.#end(new Error('It was terminated.'))
    await this.#handle.terminate()
  }

  #post(message: ToWorker, transfer: readonly object[]): void {
    this.#handle.postMessage(message, transfer)
  }

  #receive(message: FromWorker): void {
    if (this.#ended) return
    if (message.type === 'event') {
      if (!this.muted) this.#listeners.onEvent(message.listener, unpackEvent(message.event))
      return
    }
    if (message.backend) {
      this.backend = { ...message.backend, offThread: true }
      this.#listeners.onBackend(this.backend)
    }
    const pending = this.#pending.get(message.id)
    this.#pending.delete(message.id)
    if (this.#pending.size === 0) this.#handle.keepAlive?.(false)
    if (message.type === 'answer') pending?.resolve(message.value)
    else pending?.reject(unpackError(message.error))
  }

  #end(reason: unknown): void {
    if (this.#ended) return
    this.#ended = true
    const lost = [...this.#pending.values()]
    this.#pending.clear()
    this.#handle.keepAlive?.(false)
    for (const { reject } of lost) reject(workerFailed(reason))
    this.#listeners.onEnd()
  }
}

/** The error of a call whose worker came to its end; `cause` says of what. */
export function workerFailed(cause: unknown): ClassifierError {
  const reason = asSentence(messageOf(cause))
  const sentence = `A worker ended before it had answered: ${reason} The next call gets a new worker.`
  return new ClassifierError('worker-failed', sentence, { cause })
}

export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
