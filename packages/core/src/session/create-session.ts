// A model and one execution provider in; the session that the platform makes on exactly that one out.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { untilAborted } from '../abort/until-aborted'
import type { BackendReport, ExecutionProviderCandidate } from '../execution-provider'
import type { LogLevel } from '../log-level'
import { notify } from '../notify'
import type { LoadProgress, ProgressListener } from '../progress'
import type { AbortSignalLike, Runtime, Session, SessionOptions } from '../runtime'
import { withTypedErrors } from '../with-typed-errors'

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

export type ProviderPlatform = Pick<Runtime<never, never>, 'createSession' | 'sha256'>

/** onnxruntime writes into the options that it is given. `strict`: every operator on this provider, or no session. */
export async function createSession(
  platform: ProviderPlatform,
  model: Uint8Array,
  candidate: ExecutionProviderCandidate,
  { threads, sessionOptions, logLevel, wasm, cache, timeout, onProgress, signal }: StartSettings,
  strict: boolean,
): Promise<Session> {
  throwIfAborted(signal)
  const options = {
    candidate,
    strict,
    threads,
    sessionOptions,
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
