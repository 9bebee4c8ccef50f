// A model and wishes in; a session as they ask for it out: on the CPU at once, any other by what is loaded for it.
import { throwIfAborted } from '../abort/throw-if-aborted'
import type { ExecutionProviderCandidate } from '../execution-provider'
import { isGpuProvider } from '../is-gpu-provider'
import { notify } from '../notify'
import { createSession } from './create-session'
import { loadOtherSessions } from './load-other-sessions'
import { reportBackend } from './report-backend'
import type { SelectedSession, SessionPlatform, SessionWishes } from './selected-session'
import type { SessionModel } from './session-model'

/** As `selectSession`; where there is no network to load what goes on after a failure, with that failure itself. */
export async function openSession(
  platform: SessionPlatform,
  model: SessionModel,
  wishes: SessionWishes,
): Promise<SelectedSession> {
  const first = usualCandidate(wishes)
  if (first === undefined) return (await loadOtherSessions()).selectSession(platform, model, wishes)
  throwIfAborted(wishes.signal)
  try {
    return await openUsual(platform, model, wishes, first)
  } catch (error) {
    if (wishes.signal?.aborted) throw error
    const others = await loadOtherSessions().catch(() => undefined)
    if (others === undefined) throw error
    return others.selectSession(platform, model, wishes, { error })
  }
}

/** The first of the list, where that is to be tried first, on the CPU and without options. */
function usualCandidate({ providers, threads, sessionOptions }: SessionWishes): ExecutionProviderCandidate | undefined {
  const [first] = providers.candidates
  if (providers.auto.length > 0 || threads === 'auto' || !isEmpty(sessionOptions)) return undefined
  return first && isEmpty(first.options) && !isGpuProvider(first.name) ? first : undefined
}

async function openUsual(
  platform: SessionPlatform,
  model: SessionModel,
  wishes: SessionWishes,
  { name }: ExecutionProviderCandidate,
): Promise<SelectedSession> {
  const { onProgress, threads } = wishes
  notify(onProgress, { phase: 'session', loaded: 0, total: 1 })
  // fresh objects: onnxruntime writes into them
  const settings = { ...wishes, threads: Number(threads), sessionOptions: {} }
  const session = await createSession(platform, model.bytes, { name, options: {} }, settings, false)
  notify(onProgress, { phase: 'session', loaded: 1, total: 1 })
  const backend = reportBackend(name, { session, placement: 'full' }, wishes, [])
  return { session, backend, next: wishes.providers.candidates.slice(1) }
}

const isEmpty = (options: object): boolean => Object.keys(options).length === 0
