// A session and why or to what it must change in; the same session on another execution provider out.
import { ClassifierError, isClassifierError } from '../classifier-error'
import type { BackendReport, ProviderFailure } from '../execution-provider'
import { notify } from '../notify'
import type { RequestedProviders } from '../options/read-execution-providers'
import type { LiveState, Prepare } from './live-state'
import { describeFailure, selectSession } from './select-session'
import type { SelectedSession } from './selected-session'

/**
 * The old session is freed when its run has ended.
 * Errors: 'provider-failed' and those of `prepare` but 'device-lost'; the old session then goes on.
 */
export async function switchSession(state: LiveState, providers: RequestedProviders, prepare: Prepare): Promise<void> {
  const wishes = { ...state.wishes, providers }
  const selected = await prepared(state, await selectSession(state.platform, state.model, wishes), prepare)
  const old = state.selected
  state.wishes = wishes
  take(state, selected)
  await state.running.catch(() => undefined)
  await old.session.release().catch(() => undefined) // The new one runs; the old one's end changes nothing.
}

/** After a lost device it is the turn of the next candidate. */
async function prepared(state: LiveState, selected: SelectedSession, prepare: Prepare): Promise<SelectedSession> {
  try {
    await prepare(selected)
    return selected
  } catch (error) {
    void selected.session.release().catch(() => undefined) // Not waited for: a lost device may never answer.
    if (!isClassifierError(error, 'device-lost')) throw error
    return prepared(state, await selectNext(state, selected, error), prepare)
  }
}

/** Errors: 'provider-failed' where no candidate is left. */
export async function replaceLost(state: LiveState, lost: SelectedSession, reason: ClassifierError): Promise<void> {
  if (state.selected !== lost) return // A switch came first.
  take(state, await selectNext(state, lost, reason))
  void lost.session.release().catch(() => undefined) // Not waited for: its device is gone, and may never answer.
}

function take(state: LiveState, selected: SelectedSession): void {
  state.selected = selected
  state.recovery = undefined
}

async function selectNext(
  { platform, model, wishes }: LiveState,
  { backend, next }: SelectedSession,
  reason: ClassifierError,
): Promise<SelectedSession> {
  const { executionProvider, requested } = backend
  const [candidate] = next
  if (!candidate || wishes.strict) throw nothingLeft(backend, reason)
  notify(wishes.onFallback, { from: executionProvider, to: candidate.name, reason })
  const providers = { requested, candidates: next, auto: [] }
  const selected = await selectSession(platform, model, { ...wishes, providers })
  return after([...backend.fellBackFrom, describeFailure(executionProvider, reason)], selected)
}

function after(earlier: readonly ProviderFailure[], { backend, ...rest }: SelectedSession): SelectedSession {
  return { ...rest, backend: { ...backend, fellBackFrom: [...earlier, ...backend.fellBackFrom] } }
}

function nothingLeft({ executionProvider }: BackendReport, cause: ClassifierError): ClassifierError {
  const sentence = `${executionProvider} lost its device, and no other provider may be tried.`
  const mend = 'Call `setExecutionProviders`, or create the classifier with a list of several providers.'
  return new ClassifierError('provider-failed', `${sentence} ${mend}`, { cause })
}
