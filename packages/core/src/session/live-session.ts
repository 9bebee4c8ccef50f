// A model and wishes in; a session out that goes on with another execution provider where it must or is told to.
import { isClassifierError } from '../classifier-error'
import type { BackendReport } from '../execution-provider'
import type { RequestedProviders } from '../options/read-execution-providers'
import type { Session } from '../runtime'
import type { InputTensor, Tensor } from '../tensor'
import type { LiveState, Prepare } from './live-state'
import { loadOtherSessions } from './load-other-sessions'
import { openSession } from './open-session'
import type { SessionPlatform, SessionWishes } from './selected-session'
import type { SessionModel } from './session-model'

type Outputs = Record<string, Tensor>

/**
 * A run that fails with 'device-lost' rejects with it; the next run waits until the next candidate stands, and rejects
 * with 'provider-failed' where there is none. `switchTo` mends that too. Runs must not overlap; switches may.
 */
export class LiveSession implements Pick<Session, 'run' | 'release'> {
  readonly #state: LiveState
  #changes: Promise<unknown> = Promise.resolve()

  private constructor(state: LiveState) {
    this.#state = state
  }

  /** Errors: 'provider-failed', 'aborted'. */
  static async start(platform: SessionPlatform, model: SessionModel, wishes: SessionWishes): Promise<LiveSession> {
    const selected = await openSession(platform, model, wishes)
    const { signal: _, onProgress: __, ...lasting } = wishes
    const running = Promise.resolve()
    return new LiveSession({ platform, model, wishes: lasting, selected, running, recovery: undefined })
  }

  /** What runs now. */
  get backend(): BackendReport {
    return this.#state.selected.backend
  }

  async run(inputName: string, input: InputTensor, outputNames: readonly string[]): Promise<Outputs> {
    const state = this.#state
    if (state.recovery) await state.recovery
    const { selected } = state
    const running = selected.session.run(inputName, input, outputNames)
    state.running = running
    try {
      return await running
    } catch (error) {
      if (isClassifierError(error, 'device-lost') && state.selected === selected) {
        state.recovery = this.#change(async () => (await loadOtherSessions()).replaceLost(state, selected, error))
        state.recovery.catch(() => undefined) // Those who want to run hear of it.
      }
      throw error
    }
  }

  /**
   * Makes a session on the first of these that can be had, and takes it for the runs that begin from then on; the old
   * one is freed when its run has ended. Several calls are done one after the other.
   * Errors: 'provider-failed' and those of `prepare` but 'device-lost'; the old session then goes on.
   */
  switchTo(providers: RequestedProviders, prepare: Prepare = async () => undefined): Promise<void> {
    return this.#change(async () => (await loadOtherSessions()).switchSession(this.#state, providers, prepare))
  }

  /** Waits for a change in progress. */
  release(): Promise<void> {
    return this.#change(() => this.#state.selected.session.release())
  }

  /** One change at a time, whatever became of the others. */
  #change(work: () => Promise<void>): Promise<void> {
    const change = this.#changes.then(work)
    this.#changes = change.catch(() => undefined)
    return change
  }
}
