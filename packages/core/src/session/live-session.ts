// A model and wishes in; a session out that goes on with another execution provider where it must or is told to.
import { ClassifierError, isClassifierError } from '../classifier-error'
import type { BackendReport, ProviderFailure } from '../execution-provider'
import { notify } from '../notify'
import type { RequestedProviders } from '../options/read-execution-providers'
import type { Session } from '../runtime'
import type { InputTensor, Tensor } from '../tensor'
import { describeFailure, selectSession } from './select-session'
import type { SelectedSession, SessionPlatform, SessionWishes } from './select-session'
import type { SessionModel } from './session-model'

type Outputs = Record<string, Tensor>

/** Done on a session before it is taken, while the old one still runs. */
export type Prepare = (selected: Pick<SelectedSession, 'session' | 'backend'>) => Promise<void>

/**
 * A run that fails with 'device-lost' rejects with it; the next run waits until the next candidate stands, and rejects
 * with 'provider-failed' where there is none. `switchTo` mends that too. Runs must not overlap; switches may.
 */
export class LiveSession implements Session {
  readonly #platform: SessionPlatform
  readonly #model: SessionModel
  /** Of the classifier's whole life; the signal is only for its making. */
  #wishes: SessionWishes
  #selected: SelectedSession
  /** The runs in progress on the selected session. */
  #running: Promise<unknown> = Promise.resolve()
  #changes: Promise<unknown> = Promise.resolve()
  /** Set while there is no session to run on, or none any more. */
  #recovery: Promise<void> | undefined

  private constructor(
    platform: SessionPlatform,
    model: SessionModel,
    wishes: SessionWishes,
    selected: SelectedSession,
  ) {
    this.#platform = platform
    this.#model = model
    this.#wishes = wishes
    this.#selected = selected
  }

  /** Errors: 'provider-failed', 'aborted'. */
  static async start(platform: SessionPlatform, model: SessionModel, wishes: SessionWishes): Promise<LiveSession> {
    const selected = await selectSession(platform, model, wishes)
    const { signal: _, onProgress: __, ...lasting } = wishes
    return new LiveSession(platform, model, lasting, selected)
  }

  /** What runs now. */
  get backend(): BackendReport {
    return this.#selected.backend
  }

  get runtime(): Session['runtime'] {
    return this.#selected.session.runtime
  }

  get runtimeVersion(): string {
    return this.#selected.session.runtimeVersion
  }

  get threads(): number {
    return this.#selected.session.threads
  }

  get offThread(): boolean {
    return this.#selected.backend.offThread
  }

  async run(inputName: string, input: InputTensor, outputNames: readonly string[]): Promise<Outputs> {
    if (this.#recovery) await this.#recovery
    const selected = this.#selected
    const running = selected.session.run(inputName, input, outputNames)
    this.#running = running
    try {
      return await running
    } catch (error) {
      if (isClassifierError(error, 'device-lost') && this.#selected === selected) this.#recover(selected, error)
      throw error
    }
  }

  /**
   * Makes a session on the first of these that can be had, and takes it for the runs that begin from then on; the old
   * one is freed when its run has ended. Several calls are done one after the other.
   * Errors: 'provider-failed' and those of `prepare` but 'device-lost'; the old session then goes on.
   */
  switchTo(providers: RequestedProviders, prepare: Prepare = async () => undefined): Promise<void> {
    return this.#change(async () => {
      const wishes = { ...this.#wishes, providers }
      const selected = await this.#prepared(await selectSession(this.#platform, this.#model, wishes), prepare)
      const old = this.#selected
      this.#wishes = wishes
      this.#take(selected)
      await this.#running.catch(() => undefined)
      await old.session.release().catch(() => undefined) // The new one runs; the old one's end changes nothing.
    })
  }

  /** Waits for a change in progress. */
  release(): Promise<void> {
    return this.#change(() => this.#selected.session.release())
  }

  /** One change at a time, whatever became of the others. */
  #change(work: () => Promise<void>): Promise<void> {
    const change = this.#changes.then(work)
    this.#changes = change.catch(() => undefined)
    return change
  }

  /** After a lost device it is the turn of the next candidate. */
  async #prepared(selected: SelectedSession, prepare: Prepare): Promise<SelectedSession> {
    try {
      await prepare(selected)
      return selected
    } catch (error) {
      void selected.session.release().catch(() => undefined) // Not waited for: a lost device may never answer.
      if (!isClassifierError(error, 'device-lost')) throw error
      return this.#prepared(await this.#selectNext(selected, error), prepare)
    }
  }

  #take(selected: SelectedSession): void {
    this.#selected = selected
    this.#recovery = undefined
  }

  #recover(lost: SelectedSession, reason: ClassifierError): void {
    const recovery = this.#change(async () => {
      if (this.#selected !== lost) return // A switch came first.
      this.#take(await this.#selectNext(lost, reason))
      void lost.session.release().catch(() => undefined) // Not waited for: its device is gone, and may never answer.
    })
    this.#recovery = recovery
    recovery.catch(() => undefined) // Those who want to run hear of it.
  }

  async #selectNext({ backend, next }: SelectedSession, reason: ClassifierError): Promise<SelectedSession> {
    const { executionProvider, requested } = backend
    const [candidate] = next
    if (!candidate || this.#wishes.strict) throw nothingLeft(backend, reason)
    notify(this.#wishes.onFallback, { from: executionProvider, to: candidate.name, reason })
    const providers = { requested, candidates: next, auto: [] }
    const selected = await selectSession(this.#platform, this.#model, { ...this.#wishes, providers })
    return after([...backend.fellBackFrom, describeFailure(executionProvider, reason)], selected)
  }
}

function after(earlier: readonly ProviderFailure[], { backend, ...rest }: SelectedSession): SelectedSession {
  return { ...rest, backend: { ...backend, fellBackFrom: [...earlier, ...backend.fellBackFrom] } }
}

function nothingLeft({ executionProvider }: BackendReport, cause: ClassifierError): ClassifierError {
  const sentence = `${executionProvider} lost its device, and no other provider may be tried.`
  const mend = 'Call `setExecutionProviders`, or create the classifier with a list of several providers.'
  return new ClassifierError('provider-failed', `${sentence} ${mend}`, { cause })
}
