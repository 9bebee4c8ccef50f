// A model and what the caller wishes in; a session on the first execution provider that can be had, with a report, out.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { ClassifierError, isClassifierError } from '../classifier-error'
import type {
  BackendReport, ExecutionProviderCandidate, FallbackListener, ProviderFailure,
} from '../execution-provider'
import { loadPart } from '../load-part'
import { notify } from '../notify'
import type { RequestedProviders } from '../options/read-execution-providers'
import type { Session } from '../runtime'
import { messageOf } from '../with-typed-errors'
import type { StartedProvider, StartSettings } from './create-session'
import type { OrderedCandidate, OrderPlatform } from './order-candidates'
import type { SessionModel } from './session-model'
import { startProvider } from './start-provider'

/** `strict`: only the first provider, and the whole model on it. */
export interface SessionWishes extends Omit<StartSettings, 'threads'> {
  readonly providers: RequestedProviders
  readonly threads: number | 'auto'
  readonly onFallback?: FallbackListener | undefined
}

export interface SelectedSession {
  readonly session: Session
  readonly backend: BackendReport
  /** What would have been tried next, in this order. */
  readonly next: readonly ExecutionProviderCandidate[]
}

interface Failure {
  readonly candidate: ExecutionProviderCandidate
  readonly reason: ClassifierError
}

/**
 * Each candidate alone: onnxruntime does not tell which one of a list it took. `onFallback` hears of each that is left.
 * Errors: 'provider-failed' naming each reason, its cause being the first; 'aborted'.
 */
export async function selectSession(
  platform: OrderPlatform,
  model: SessionModel,
  wishes: SessionWishes,
): Promise<SelectedSession> {
  throwIfAborted(wishes.signal)
  notify(wishes.onProgress, { phase: 'session', loaded: 0, total: 1 })
  const order = await orderOf(platform, model, wishes)
  const failures: Failure[] = []
  for (const [index, ordered] of order.entries()) {
    const { candidate, threads } = ordered
    try {
      const started = await startProvider(platform, model, candidate, { ...wishes, threads })
      notify(wishes.onProgress, { phase: 'session', loaded: 1, total: 1 })
      const next = order.slice(index + 1).map((later) => later.candidate)
      return { session: started.session, backend: report(candidate, started, wishes, failures), next }
    } catch (error) {
      if (wishes.signal?.aborted) throw error
      failures.push({ candidate, reason: asReason(error) })
      passOn(wishes, failures, order[index + 1])
    }
  }
  throw noneLeft(failures)
}

/** As named, unless something is left to be decided. */
async function orderOf(
  platform: OrderPlatform,
  model: SessionModel,
  wishes: SessionWishes,
): Promise<readonly OrderedCandidate[]> {
  const { providers: { candidates, auto }, threads } = wishes
  if (auto.length === 0 && threads !== 'auto') return candidates.map((candidate) => ({ candidate, threads }))
  const { orderCandidates } = await loadPart(() => import('./order-candidates'))
  return orderCandidates(platform, model, wishes)
}

/** Tells of the last failure that the next candidate is tried now, or throws where there is to be none. */
function passOn({ strict, onFallback }: SessionWishes, failures: readonly Failure[], next?: OrderedCandidate): void {
  const { candidate, reason } = failures[failures.length - 1]
  if (strict) throw strictFailure(candidate, reason)
  if (next) notify(onFallback, { from: candidate.name, to: next.candidate.name, reason })
}

function report(
  candidate: ExecutionProviderCandidate,
  { session, placement }: StartedProvider,
  wishes: SessionWishes,
  failures: readonly Failure[],
): BackendReport {
  return {
    executionProvider: candidate.name,
    requested: wishes.providers.requested,
    placement,
    fellBackFrom: failures.map(({ candidate: { name }, reason }) => describeFailure(name, reason)),
    runtime: session.runtime,
    runtimeVersion: session.runtimeVersion,
    threads: session.threads,
    offThread: session.offThread ?? false,
  }
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
