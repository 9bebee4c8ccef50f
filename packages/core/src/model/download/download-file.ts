// An address in; the bytes of the file there out, by as many attempts as it is worth, within a size and a time.
import { throwIfAborted } from '../../abort/throw-if-aborted'
import { attemptDownload } from './attempt-download'
import type { PassingFailure } from './attempt-download'
import type { Downloaded, DownloadOptions, DownloadRequest } from './download-request'
import type { Network } from './network'

/** Milliseconds before the second, third and fourth attempt. */
const pauses = [300, 1000, 3000]

/**
 * @param first what a first attempt has come to, where there was one already
 * Errors: 'model-unsupported' for a file that is too large, 'aborted'.
 */
export async function downloadFile(
  network: Network,
  request: DownloadRequest,
  options: DownloadOptions,
  first?: Downloaded | PassingFailure,
): Promise<Downloaded> {
  for (let attempt = 1; ; attempt++) {
    throwIfAborted(options.signal)
    const outcome = (attempt === 1 && first) || (await attemptDownload(network, request, options))
    throwIfAborted(options.signal)
    if (outcome.kind !== 'passing') return outcome
    const { reason, cause, after } = outcome
    if (attempt >= request.attempts) return { kind: 'failed', reason: `${reason} (attempts: ${attempt})`, cause }
    await network.delay(Math.max(pauses[attempt - 1], after), options.signal)
  }
}
