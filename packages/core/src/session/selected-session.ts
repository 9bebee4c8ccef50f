// A session that was chosen, and what the choice is made by.
import type { BackendReport, ExecutionProviderCandidate, FallbackListener } from '../execution-provider'
import type { RequestedProviders } from '../options/read-execution-providers'
import type { Runtime, Session } from '../runtime'
import type { StartSettings } from './create-session'

export type SessionPlatform = Pick<
  Runtime<never, never>,
  'createSession' | 'sha256' | 'clock' | 'loadedProviders' | 'hardwareThreads'
>

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
