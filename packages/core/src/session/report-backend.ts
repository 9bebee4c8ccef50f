// A provider, the session on it and what failed before in; the report of what runs out.
import type { BackendReport, ExecutionProviderName, ProviderFailure } from '../execution-provider'
import type { StartedProvider } from './create-session'
import type { SessionWishes } from './selected-session'

export function reportBackend(
  executionProvider: ExecutionProviderName,
  { session, placement }: StartedProvider,
  { providers: { requested } }: SessionWishes,
  fellBackFrom: readonly ProviderFailure[],
): BackendReport {
  const { runtime, runtimeVersion, threads, offThread = false } = session
  return { executionProvider, requested, placement, fellBackFrom, runtime, runtimeVersion, threads, offThread }
}
