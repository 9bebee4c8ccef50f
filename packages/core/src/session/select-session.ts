// A model and what the caller wishes in; a session on the first execution provider that can be had, with a report, out.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { ClassifierError, isClassifierError } from '../classifier-error'
import type { ExecutionProviderCandidate, ProviderFailure } from '../execution-provider'
import { notify } from '../notify'
import { messageOf } from '../with-typed-errors'
import { orderCandidates } from './order-candidates'
import type { OrderedCandidate } from './order-candidates'
import { reportBackend } from './report-backend'
import type { SelectedSession, SessionPlatform, SessionWishes } from './selected-session'
import type { SessionModel } from './session-model'
import { startProvider } from './start-provider'

interface Failure {
  readonly candidate: ExecutionProviderCandidate
  readonly reason: ClassifierError
}

export interface FailedStart {
  readonly error: unknown
}

/**
 * Each candidate alone: onnxruntime does not tell which one of a list it took. `onFallback` hears of each that is left.
 * @param failed the first candidate was tried already, and failed with this
 * Errors: 'provider-failed' naming each reason, its cause being the first; 'aborted'.
 */
export async function selectSession(
  platform: SessionPlatform,
  model: SessionModel,
  wishes: SessionWishes,
  failed?: FailedStart,
): Promise<SelectedSession> {
  throwIfAborted(wishes.signal)
  if (!failed) notify(wishes.onProgress, { phase: 'session', loaded: 0, total: 1 })
  const order = await orderCandidates(platform, model, wishes)
  const failures: Failure[] = []
  for (const [index, ordered] of order.entries()) {
    const { candidate, threads } = ordered
    try {
      if (failed && index === 0) throw failed.error
      const started = await startProvider(platform, model, candidate, { ...wishes, threads })
      notify(wishes.onProgress, { phase: 'session', loaded: 1, total: 1 })
      const next = order.slice(index + 1).map((later) => later.candidate)
      const fellBackFrom = failures.map((failure) => describeFailure(failure.candidate.name, failure.reason))
      return { session: started.session, backend: reportBackend(candidate.name, started, wishes, fellBackFrom), next }
    } catch (error) {
      if (wishes.signal?.aborted) throw error
      failures.push({ candidate, reason: asReason(error) })
      passOn(wishes, failures, order[index + 1])
    }
  }
  throw noneLeft(failures)
}

/** Tells of the last failure that the next candidate is tried now, or throws where there is to be none. */
function passOn({ strict, onFallback }: SessionWishes, failures: readonly Failure[], next?: OrderedCandidate): void {
  const { candidate, reason } = failures[failures.length - 1]
  if (strict) throw strictFailure(candidate, reason)
  if (next) notify(onFallback, { from: candidate.name, to: next.candidate.name, reason })
}

export function describeFailure(executionProvider: string, { code, message }: ClassifierError): ProviderFailure {
  return { executionProvider, code, message }
}

function asReason(error: unknown): ClassifierError {
  return isClassifierError(error) ? error : new ClassifierError('provider-failed', messageOf(error), { cause: error })
}

function strictFailure({ name }: ExecutionProviderCandidate, cause: ClassifierError): ClassifierError {
  const sentence = `${name} could not be had for the whole model, and \`strict\` forbids anything else.`
  return new ClassifierError('provider-failed', `${sentence}\n- ${name}: ${cause.message}\n`, { cause })
}

function noneLeft(failures: readonly Failure[]): ClassifierError {
  const reasons = failures.map(({ candidate: { name }, reason }) => `- ${name}: ${reason.message}`).join('\n')
  const wasmTried = failures.some(({ candidate: { name } }) => name === 'wasm')
  const hint = wasmTried ? '' : ' Add \'wasm\' to the list.'
  const sentence = `None of the execution providers could be started.${hint}\n${reasons}\n`
  return new ClassifierError('provider-failed', sentence, { cause: failures[0]?.reason })
}
