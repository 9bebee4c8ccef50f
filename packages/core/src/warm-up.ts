// A new classifier in; nothing out but that it has run once, on the provider that it is left with.
import { untilAborted } from './abort/until-aborted'
import type { AbortSignalLike } from './abort/abort-signal-like'
import type { Classifier } from './classifier'
import { isClassifierError } from './classifier-error'
import { notify } from './notify'
import type { ProgressListener } from './progress'

type NewClassifier = Pick<Classifier<never>, 'warmup' | 'dispose'>

interface Listeners {
  readonly onProgress?: ProgressListener | undefined
  readonly signal?: AbortSignalLike | undefined
}

/** A classifier that cannot run is disposed. Errors: 'aborted', and those of `warmup` but 'device-lost'. */
export async function warmUp(classifier: NewClassifier, { onProgress, signal }: Listeners): Promise<void> {
  notify(onProgress, { phase: 'warmup', loaded: 0, total: 1 })
  try {
    await untilAborted(runOnce(classifier), signal)
  } catch (error) {
    await classifier.dispose()
    throw error
  }
  notify(onProgress, { phase: 'warmup', loaded: 1, total: 1 })
}

/** After a lost device the next run is on the next provider, or rejects with 'provider-failed' where there is none. */
async function runOnce(classifier: NewClassifier): Promise<void> {
  try {
    await classifier.warmup()
  } catch (error) {
    if (!isClassifierError(error, 'device-lost')) throw error
    await runOnce(classifier)
  }
}
