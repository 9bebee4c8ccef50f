// A port and a way to create classifiers in; nothing out: the calls that come through the port are answered.
import { StopSignal } from '../abort/stop-signal'
import { ClassifierError } from '../classifier-error'
import type { Classifier } from '../classifier'
import type { BackendReport, ExecutionProvider } from '../execution-provider'
import { packError } from './pack-error'
import { unpackOptions } from './pack-options'
import type { PackedOptions } from './pack-options'
import { unpackPicture } from './pack-picture'
import type { PackedPicture } from './pack-picture'
import type { CallMessage, FromWorker, ToWorker, WorkerFacts } from './protocol'
import type { WorkerPort } from './worker-port'

/** As `createClassifier` of a platform; the options were checked by the caller's side, and are checked again. */
export type CreateInWorker = (options: object) => Promise<Classifier<unknown>>

/**
 * The worker's side of `worker: true`: creates one classifier and does what the caller's side asks of it.
 *
 * A platform's worker file is this call and its own adapter of the port. For a dedicated worker of a browser:
 *
 *     serveClassifier({
 *       postMessage: (message, transfer) => self.postMessage(message, [...transfer]),
 *       onMessage: (listener) => self.addEventListener('message', ({ data }) => listener(data)),
 *     }, (options) => createClassifier(runtime, options))
 *
 * The caller's side is `createWorkerClassifier(runtime, platform, options)` with a `WorkerPlatform`, whose
 * `startWorker` wraps the Worker object: 'error' and 'messageerror' are its end, and `keepAlive` is left out.
 */
export function serveClassifier(port: WorkerPort, create: CreateInWorker): void {
  const server = new ClassifierServer(port, create)
  port.onMessage((message) => server.receive(message as ToWorker))
}

class ClassifierServer {
  readonly #port: WorkerPort
  readonly #create: CreateInWorker
  readonly #signals = new Map<number, StopSignal>()
  #creation: Promise<Classifier<unknown>> | undefined
  #classifier: Classifier<unknown> | undefined
  #told: BackendReport | undefined

  constructor(port: WorkerPort, create: CreateInWorker) {
    this.#port = port
    this.#create = create
  }

  receive(message: ToWorker): void {
    if (message.type === 'abort') this.#signals.get(message.id)?.abort()
    else void this.#answer(message)
  }

  async #answer(call: CallMessage): Promise<void> {
    const { id } = call
    const signal = call.abortable ? new StopSignal() : undefined
    if (signal) this.#signals.set(id, signal)
    try {
      const value = await this.#perform(call, signal)
      this.#send({ type: 'answer', id, value, ...this.#news() })
    } catch (error) {
      this.#send({ type: 'failure', id, error: packError(error), ...this.#news() })
    } finally {
      this.#signals.delete(id)
    }
  }

  #perform({ method, values }: CallMessage, signal: StopSignal | undefined): Promise<unknown> {
    const [first, second] = values
    const options = { ...(second as object | undefined), ...(signal && { signal }) }
    switch (method) {
      case 'create': return this.#begin(first as PackedOptions, signal)
      case 'classify': return this.#ready().classify(unpackAny(first) as never, options)
      case 'classifyDetailed': return this.#ready().classifyDetailed(unpackAny(first), options)
      case 'embed': return this.#ready().embed(unpackAny(first) as never, options)
      case 'warmup': return this.#ready().warmup()
      case 'setExecutionProviders': return this.#ready().setExecutionProviders(first as ExecutionProvider[])
      case 'dispose': return this.#end()
    }
  }

  async #begin(packed: PackedOptions, signal: StopSignal | undefined): Promise<WorkerFacts> {
    const options = unpackOptions(packed, (listener, event) => this.#send({ type: 'event', listener, event }))
    this.#creation = this.#create({ ...options, ...(signal && { signal }) })
    this.#classifier = await this.#creation
    return { manifest: this.#classifier.manifest }
  }

  /** Also where the creation is not done yet. */
  async #end(): Promise<void> {
    for (const signal of this.#signals.values()) signal.abort()
    const classifier = await this.#creation?.catch(() => undefined)
    await classifier?.dispose()
  }

  #ready(): Classifier<unknown> {
    if (this.#classifier) return this.#classifier
    throw new ClassifierError('worker-failed', 'The worker has no classifier yet: it was called before it was created.')
  }

  /** What runs, where that is not what the caller's side was told last. */
  #news(): { readonly backend?: BackendReport } {
    const backend = this.#classifier?.backend
    if (backend === undefined || backend === this.#told) return {}
    this.#told = backend
    return { backend }
  }

  #send(message: FromWorker): void {
    this.#port.postMessage(message, [])
  }
}

// `classify` decides by the array whether it is one picture or many, so one cast serves both.
function unpackAny(packed: unknown): unknown {
  return Array.isArray(packed) ? packed.map(unpackPicture) : unpackPicture(packed as PackedPicture)
}
