// A model and one execution provider in; a session that was made on exactly that one, and computes rightly, out.
import type { ExecutionProviderCandidate } from '../execution-provider'
import { isGpuProvider } from '../is-gpu-provider'
import { attemptSession } from './attempt-session'
import type { ProviderPlatform, StartedProvider, StartSettings } from './create-session'
import type { SessionModel } from './session-model'
import { startGpuProvider } from './start-gpu-provider'

/** Errors: those of the platform, 'provider-failed', 'aborted', and on a GPU 'self-test'. */
export async function startProvider(
  platform: ProviderPlatform,
  model: SessionModel,
  candidate: ExecutionProviderCandidate,
  settings: StartSettings,
): Promise<StartedProvider> {
  if (isGpuProvider(candidate.name)) return startGpuProvider(platform, model, candidate, settings)
  // They are the last resort themselves; onnxruntime refuses to forbid the CPU what it names the CPU for.
  const session = await attemptSession(platform, model.bytes, candidate, settings, false)
  return { session, placement: 'full' }
}
