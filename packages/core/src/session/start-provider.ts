// A model and one execution provider in; a session that was made on exactly that one, and computes rightly, out.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { untilAborted } from '../abort/until-aborted'
import { isClassifierError } from '../classifier-error'
import { copyPlain } from '../copy-plain'
import { isGpuProvider } from '../execution-provider'
import type { BackendReport, ExecutionProviderCandidate } from '../execution-provider'
import type { LogLevel } from '../log-level'
import { notify } from '../notify'
import type { LoadProgress, ProgressListener } from '../progress'
import type { AbortSignalLike, Runtime, Session, SessionOptions } from '../runtime'
import { withTypedErrors } from '../with-typed-errors'
import { PaddedSession } from './padded-session'
import { selfTest } from './self-test'
import type { SessionModel } from './session-model'

export interface StartSettings {
  readonly threads: number
  readonly sessionOptions: Readonly<Record<string, unknown>>
  readonly logLevel?: LogLevel
  readonly wasm?: SessionOptions['wasm'] | undefined
  readonly cache?: SessionOptions['cache'] | undefined
  readonly timeout?: number | undefined
  readonly onProgress?: ProgressListener | undefined
  /** The whole model on this provider or no session. */
  readonly strict?: boolean
  readonly signal?: AbortSignalLike | undefined
}

export interface StartedProvider {
  readonly session: Session
  readonly placement: BackendReport['placement']
}

type Platform = Pick<Runtime<never, never>, 'createSession' | 'sha256'>

/**
 * Strictly first; then, unless `settings.strict` forbids it, with operators on the CPU. On a GPU batches are padded,
 * and the golden vectors of the model are run.
 * Errors: those of the platform, 'provider-failed', 'self-test', 'aborted'.
 */
export async function startProvider(
  platform: Platform,
  model: SessionModel,
  candidate: ExecutionProviderCandidate,
  settings: StartSettings,
): Promise<StartedProvider> {
  const placed = await createPlaced(platform, model.bytes, candidate, settings)
  if (!isGpuProvider(candidate.name)) return placed
  const session = model.manifest.input.batch === undefined ? new PaddedSession(placed.session) : placed.session
  try {
    await untilAborted(selfTest(platform, session, model, candidate.name), settings.signal)
  } catch (error) {
    await session.release().catch(() => undefined) // The failure of the test is the one to tell.
    throw error
  }
  return { ...placed, session }
}

async function createPlaced(
  platform: Platform,
  model: Uint8Array,
  candidate: ExecutionProviderCandidate,
  settings: StartSettings,
): Promise<StartedProvider> {
  const create = (strict: boolean): Promise<Session> => createSession(platform, model, candidate, settings, strict)
  // They are the last resort themselves; onnxruntime refuses to forbid the CPU what it names the CPU for.
  if (!isGpuProvider(candidate.name)) return { session: await create(false), placement: 'full' }
  try {
    return { session: await create(true), placement: 'full' }
  } catch (error) {
    // Sharing with the CPU cannot help where the provider or its runtime is not there.
    if (settings.strict || !mayShare(error)) throw error
    return { session: await create(false), placement: 'partial' }
  }
}

function mayShare(error: unknown): boolean {
  return isClassifierError(error, 'provider-failed') || isClassifierError(error, 'model-invalid')
}

async function createSession(
  platform: Platform,
  model: Uint8Array,
  candidate: ExecutionProviderCandidate,
  { threads, sessionOptions, logLevel, wasm, cache, timeout, onProgress, signal }: StartSettings,
  strict: boolean,
): Promise<Session> {
  throwIfAborted(signal)
  // Copies for each attempt: onnxruntime writes into the objects that it is given.
  const options = {
    candidate: { name: candidate.name, options: copyPlain(candidate.options) },
    strict,
    threads,
    sessionOptions: copyPlain(sessionOptions),
    ...(logLevel && { logLevel }),
    ...(wasm && { wasm }),
    ...(cache !== undefined && { cache }),
    ...(timeout !== undefined && { timeout }),
    ...(onProgress && { onProgress: (progress: LoadProgress) => notify(onProgress, progress) }),
  }
  const creation = withTypedErrors('provider-failed', `${candidate.name} could not be started`, () =>
    platform.createSession(model, options))
  return untilAborted(creation, signal, (late) => late.release())
}
