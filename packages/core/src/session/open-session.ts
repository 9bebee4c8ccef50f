// A model and wishes in; a session as they ask for it out: on the CPU at once, any other by what is loaded for it.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { isGpuProvider } from '../is-gpu-provider'
import { notify } from '../notify'
import { createSession } from './create-session'
import { loadOtherSessions } from './load-other-sessions'
import { reportBackend } from './report-backend'
import type { FailedStart } from './select-session'
import type { SelectedSession, SessionPlatform, SessionWishes } from './selected-session'
import type { SessionModel } from './session-model'

const isEmpty = (options: object): boolean => Object.keys(options).length === 0

/** As `selectSession`; where no part can be loaded that goes on after a failure, with that failure itself. */
export async function openSession(
  platform: SessionPlatform,
  model: SessionModel,
  wishes: SessionWishes,
): Promise<SelectedSession> {
  const { providers: { candidates: [first, ...next], auto }, threads, sessionOptions, onProgress } = wishes
  const isUsual = auto.length === 0 && threads !== 'auto' && isEmpty(sessionOptions)
  let failed: FailedStart | undefined
  if (isUsual && first && isEmpty(first.options) && !isGpuProvider(first.name)) {
    throwIfAborted(wishes.signal)
    notify(onProgress, { phase: 'session', loaded: 0, total: 1 })
    try {
      const session = await createSession(platform, model.bytes, { ...first, options: {} }, { ...wishes, threads, sessionOptions: {} }, false)
      notify(onProgress, { phase: 'session', loaded: 1, total: 1 })
      const backend = reportBackend(first.name, { session, placement: 'full' }, wishes, [])
      return { session, backend, next }
    } catch (error) {
      if (wishes.signal?.aborted) throw error
      failed = { error }
    }
  }
  const { selectSession } = await loadOtherSessions().catch((missing: unknown) => {
    throw failed ? failed.error : missing
  })
  return selectSession(platform, model, wishes, failed)
}
