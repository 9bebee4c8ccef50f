// A platform in memory in; workers on the same thread, which clone their messages and can be killed, out.
import { createClassifier } from '../src/create-classifier'
import type { AbortSignalLike, Runtime } from '../src/runtime'
import { serveClassifier } from '../src/worker/serve-classifier'
import type { OwnPicture, WorkerHandle, WorkerPlatform, WorkerPort } from '../src/worker/worker-port'
import type { FakePicture, FakeVideo } from './fake-runtime'

/** A picture that cannot be cloned: its shade is known when it was read. */
export interface LazyPicture {
  read(signal?: AbortSignalLike): Promise<number>
}

export class FakeWorker {
  readonly port: WorkerPort
  readonly handle: WorkerHandle
  /** As the caller sent them, before cloning. */
  readonly sent: unknown[] = []
  readonly alive: boolean[] = []
  terminated = false
  #toWorker: (message: unknown) => void = () => undefined
  #toCaller: (message: unknown) => void = () => undefined
  #onEnd: (reason: unknown) => void = () => undefined

  constructor() {
    this.port = {
      postMessage: (message, transfer) => this.#deliver(message, transfer, (clone) => this.#toCaller(clone)),
      onMessage: (listener) => { this.#toWorker = listener },
    }
    this.handle = {
      postMessage: (message, transfer) => {
        this.sent.push(message)
        this.#deliver(message, transfer, (clone) => this.#toWorker(clone))
      },
      onMessage: (listener) => { this.#toCaller = listener },
      onEnd: (listener) => { this.#onEnd = listener },
      keepAlive: (busy) => void this.alive.push(busy),
      terminate: async () => { this.terminated = true },
    }
  }

  /** The worker is gone, and says nothing any more. */
  crash(reason: unknown): void {
    this.terminated = true
    this.#onEnd(reason)
  }

  #deliver(message: unknown, transfer: readonly object[], receive: (clone: unknown) => void): void {
    const clone: unknown = structuredClone(message, { transfer: [...transfer] as ArrayBuffer[] })
    queueMicrotask(() => { if (!this.terminated) receive(clone) })
  }
}

export interface FakeWorkers extends WorkerPlatform<FakePicture | LazyPicture> {
  readonly all: FakeWorker[]
  pauses: number
  released: number
  /** Called for each new worker, by its number. */
  onStart: (worker: FakeWorker, number: number) => void
}

/** @param runtimeOf the platform of the worker of this number */
export function fakeWorkers(runtimeOf: (number: number) => Runtime<FakePicture, string, FakeVideo>): FakeWorkers {
  const workers: FakeWorkers = {
    all: [],
    pauses: 0,
    released: 0,
    onStart: () => undefined,
    defaultSize: () => 2,
    startWorker() {
      const worker = new FakeWorker()
      const number = workers.all.push(worker) - 1
      serveClassifier(worker.port, (options) => createClassifier(runtimeOf(number), options))
      workers.onStart(worker, number)
      return worker.handle
    },
    async toTransferable(source, { signal }): Promise<OwnPicture> {
      const shade = 'read' in source ? await source.read(signal) : source.shade
      return { value: { shade }, release: () => { workers.released++ } }
    },
    async pause() {
      workers.pauses++
    },
  }
  return workers
}

/** The workers that were not terminated. */
export function living({ all }: FakeWorkers): FakeWorker[] {
  return all.filter(({ terminated }) => !terminated)
}
