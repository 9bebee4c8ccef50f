// A model, one execution provider and its options in; a session that changes none of these options out.
import { copyPlain } from '../copy-plain'
import type { Session } from '../runtime'
import { createSession } from './create-session'

/** As `createSession`, with copies for each attempt: onnxruntime writes into the objects that it is given. */
export function attemptSession(
  ...[platform, model, candidate, settings, strict]: Parameters<typeof createSession>
): Promise<Session> {
  const { name, options } = candidate
  const ownSettings = { ...settings, sessionOptions: copyPlain(settings.sessionOptions) }
  return createSession(platform, model, { name, options: copyPlain(options) }, ownSettings, strict)
}
