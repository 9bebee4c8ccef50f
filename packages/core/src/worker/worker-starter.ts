// A platform and creation options in; workers with their classifier out, each like the others.
import { untilAborted } from '../abort/until-aborted'
import { ClassifierError, isClassifierError } from '../classifier-error'
import type { BackendReport, ExecutionProvider } from '../execution-provider'
import type { ModelManifest } from '../manifest'
import { notify } from '../notify'
import { messageOf } from '../with-typed-errors'
import { packOptions } from './pack-options'
import type { WorkerFacts } from './protocol'
import { asSentence, WorkerLink } from './worker-link'
import type { WorkerHandle, WorkerPlatform } from './worker-port'
import type { StartRequest } from './worker-pool'

export type ProviderList = ExecutionProvider | readonly ExecutionProvider[]

export class WorkerStarter {
  readonly #platform: Pick<WorkerPlatform<never>, 'startWorker'>
  readonly #size: number
  readonly #options: ReturnType<typeof packOptions>
  /** Those that were asked for after the creation. */
  #providers: ProviderList | undefined
  #manifest: ModelManifest | undefined
  #backend: BackendReport | undefined

  /**
   * Throws 'option-invalid' for an option that cannot be sent.
   * @param size of the pool
   */
  constructor(platform: Pick<WorkerPlatform<never>, 'startWorker'>, size: number, options: object) {
    this.#platform = platform
    this.#size = size
    this.#options = packOptions(options)
  }

  /** For when a worker has started. */
  get manifest(): ModelManifest {
    return known(this.#manifest)
  }

  /** What a worker told last. */
  get backend(): BackendReport {
    return known(this.#backend)
  }

  /** Workers that begin from now on get these too. */
  useProviders(providers: ProviderList): void {
    this.#providers = providers
  }

  /** Rejects as `createClassifier` in the worker does, with 'worker-failed' and with 'aborted'. */
  async start({ muted, signal, onReady, onEnd }: StartRequest): Promise<void> {
    const isFirst = this.#manifest === undefined
    const link = new WorkerLink(this.#launch(), {
      onEvent: (path, event) => {
        // The loading that the caller wants to hear of is that of the first worker.
        if (isFirst || path !== 'onProgress') notify(this.#options.own.get(path), event as never)
      },
      onBackend: (backend) => { this.#backend = backend },
      onEnd,
    })
    link.muted = muted
    try {
      await this.#create(link, signal)
      let current: ProviderList | undefined
      while (this.#providers !== current) {
        current = this.#providers
        await untilAborted(link.send({ method: 'setExecutionProviders', values: [current] }).result, signal)
      }
      // At once, so that no further change comes in between.
      link.muted = false
      onReady(link)
    } catch (error) {
      void link.terminate().catch(() => undefined) // What went wrong first is what counts.
      throw isClassifierError(error, 'worker-failed') ? notStarted(error.cause) : error
    }
  }

  async #create(link: WorkerLink, signal: StartRequest['signal']): Promise<void> {
    const { manifest } = await untilAborted(this.#sendOptions(link), signal)
    this.#manifest ??= manifest
  }

  #sendOptions(link: WorkerLink): Promise<WorkerFacts> {
    const { plain, listeners } = this.#options
    try {
      return link.send<WorkerFacts>({ method: 'create', values: [{ plain, listeners }] }).result
    } catch (error) {
      if (isClassifierError(error)) throw error
      const mend = 'Pass plain data, or leave out `worker`.'
      const sentence = `The options cannot be sent to a worker: ${messageOf(error)}. ${mend}`
      throw new ClassifierError('option-invalid', sentence, { cause: error })
    }
  }

  #launch(): WorkerHandle {
    try {
      return this.#platform.startWorker(this.#size)
    } catch (error) {
      throw notStarted(error)
    }
  }
}

function notStarted(cause: unknown): ClassifierError {
  const mend = 'See `cause`, or leave out `worker`.'
  const sentence = `A worker could not be started: ${asSentence(messageOf(cause))} ${mend}`
  return new ClassifierError('worker-failed', sentence, { cause })
}

function known<Fact>(fact: Fact | undefined): Fact {
  if (fact !== undefined) return fact
  throw new ClassifierError('worker-failed', 'No worker has a classifier yet. Wait until it was created.')
}
