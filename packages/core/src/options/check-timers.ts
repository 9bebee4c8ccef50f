// A platform and how calls are to be joined in; a typed error where that takes timers and there are none out.
import { ClassifierError } from '../classifier-error'
import type { Runtime } from '../runtime'
import type { ResolvedBatching } from './batching-options'

export function checkTimers({ delay }: Pick<Runtime<never, never>, 'delay'>, { maxDelay }: ResolvedBatching): void {
  if (maxDelay === 0 || delay) return
  const sentence = `Option "batching.maxDelay" must be 0 on this platform, which has no timers; received ${maxDelay}.`
  throw new ClassifierError('option-invalid', sentence)
}
