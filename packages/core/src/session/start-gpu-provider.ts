// A model and the execution provider of a GPU in; a session on exactly that one, which computes rightly, out.
import { untilAborted } from '../abort/until-aborted'
import { isClassifierError } from '../classifier-error'
import type { ExecutionProviderCandidate } from '../execution-provider'
import type { Session } from '../runtime'
import { attemptSession } from './attempt-session'
import type { ProviderPlatform, StartedProvider, StartSettings } from './create-session'
import { PaddedSession } from './padded-session'
import { selfTest } from './self-test'
import type { SessionModel } from './session-model'

/**
 * Strictly first; then, unless `settings.strict` forbids it, with operators on the CPU. Batches are padded, and the
 * golden vectors of the model are run.
 */
export async function startGpuProvider(
  platform: ProviderPlatform,
  model: SessionModel,
  candidate: ExecutionProviderCandidate,
  settings: StartSettings,
): Promise<StartedProvider> {
  const placed = await createPlaced(platform, model.bytes, candidate, settings)
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
  platform: ProviderPlatform,
  model: Uint8Array,
  candidate: ExecutionProviderCandidate,
  settings: StartSettings,
): Promise<StartedProvider> {
  const create = (strict: boolean): Promise<Session> => attemptSession(platform, model, candidate, settings, strict)
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
