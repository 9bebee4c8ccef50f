// A model and a list of execution providers in; a session on the first one that can be had, with a report, out.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { untilAborted } from '../abort/until-aborted'
import { ClassifierError, isClassifierError } from '../classifier-error'
import { copyPlain } from '../copy-plain'
import type { BackendReport, ExecutionProviderCandidate, ProviderFailure } from '../execution-provider'
import type { ResolvedCreateOptions } from '../options/create-options'
import type { Runtime, Session } from '../runtime'
import { messageOf, withTypedErrors } from '../with-typed-errors'

export interface SelectedSession {
  readonly session: Session
  readonly backend: BackendReport
}

type SessionMaker = Pick<Runtime<never, never>, 'createSession'>
type Wishes = Pick<ResolvedCreateOptions<never>, 'providers' | 'threads' | 'sessionOptions' | 'signal'>
type Placed = { readonly session: Session; readonly placement: BackendReport['placement'] }

// A second attempt, with operators on the CPU, cannot help where the provider itself is not there.
const hopeless = ['provider-unavailable', 'runtime-missing', 'aborted'] as const

/** Errors: 'provider-failed' naming each reason, its cause being the first failure; 'aborted'. */
export async function selectSession(
  platform: SessionMaker,
  model: Uint8Array,
  wishes: Wishes,
): Promise<SelectedSession> {
  const errors: unknown[] = []
  const fellBackFrom: ProviderFailure[] = []
  for (const candidate of wishes.providers.candidates) {
    try {
      const placed = await createPlaced(platform, model, candidate, wishes)
      return { session: placed.session, backend: report(candidate, placed, wishes, fellBackFrom) }
    } catch (error) {
      if (wishes.signal?.aborted) throw error
      errors.push(error)
      fellBackFrom.push(failureOf(candidate, error))
    }
  }
  throw noneLeft(fellBackFrom, errors[0])
}

async function createPlaced(
  platform: SessionMaker,
  model: Uint8Array,
  candidate: ExecutionProviderCandidate,
  wishes: Wishes,
): Promise<Placed> {
  const create = (strict: boolean): Promise<Session> => createSession(platform, model, candidate, wishes, strict)
  // They are the last resort themselves; onnxruntime refuses to forbid the CPU what it names the CPU for.
  if (candidate.name === 'cpu' || candidate.name === 'wasm') return { session: await create(false), placement: 'full' }
  try {
    return { session: await create(true), placement: 'full' }
  } catch (error) {
    if (hopeless.some((code) => isClassifierError(error, code))) throw error
    return { session: await create(false), placement: 'partial' }
  }
}

async function createSession(
  platform: SessionMaker,
  model: Uint8Array,
  candidate: ExecutionProviderCandidate,
  wishes: Wishes,
  strict: boolean,
): Promise<Session> {
  throwIfAborted(wishes.signal)
  // Copies for each attempt: onnxruntime writes into the objects that it is given.
  const options = {
    candidate: { name: candidate.name, options: copyPlain(candidate.options) },
    strict,
    threads: wishes.threads,
    sessionOptions: copyPlain(wishes.sessionOptions),
  }
  const creation = withTypedErrors('provider-failed', `${candidate.name} could not be started`, () =>
    platform.createSession(model, options))
  return untilAborted(creation, wishes.signal, (late) => late.release())
}

function report(
  candidate: ExecutionProviderCandidate,
  { session, placement }: Placed,
  wishes: Wishes,
  fellBackFrom: readonly ProviderFailure[],
): BackendReport {
  return {
    executionProvider: candidate.name,
    requested: wishes.providers.requested,
    placement,
    fellBackFrom,
    runtime: session.runtime,
    runtimeVersion: session.runtimeVersion,
    threads: session.threads,
    offThread: session.offThread ?? false,
  }
}

function failureOf(candidate: ExecutionProviderCandidate, error: unknown): ProviderFailure {
  const code = isClassifierError(error) ? error.code : 'provider-failed'
  return { executionProvider: candidate.name, code, message: messageOf(error) }
}

function noneLeft(failures: readonly ProviderFailure[], cause: unknown): ClassifierError {
  const reasons = failures.map(({ executionProvider, message }) => `- ${executionProvider}: ${message}`).join('\n')
  const wasmTried = failures.some(({ executionProvider }) => executionProvider === 'wasm')
  const hint = wasmTried ? '' : ' Add \'wasm\' to the list.'
  const sentence = `None of the execution providers could be started.${hint}\n${reasons}\n`
  return new ClassifierError('provider-failed', sentence, { cause })
}
