// An address in; the bytes of the file there out, by as many attempts as it is worth, within a size and a time.
import { throwIfAborted } from '../../abort/throw-if-aborted'
import { isClassifierError } from '../../classifier-error'
import { attemptDownload, Passing } from './attempt-download'
import { downloadError } from './download-error'
import type { Downloaded, DownloadOptions, DownloadRequest } from './download-request'
import type { Network } from './network'

/** Milliseconds before the second, third and fourth attempt. */
const pauses = [300, 1000, 3000]

/** Errors: 'model-download', 'model-unsupported' for a file that is too large, 'aborted'. */
export async function downloadFile(
  network: Network,
  request: DownloadRequest,
  options: DownloadOptions,
): Promise<Downloaded> {
  for (let attempt = 0; ; attempt++) {
    throwIfAborted(options.signal)
    try {
      return await attemptDownload(network, request, options)
    } catch (error) {
      throwIfAborted(options.signal)
      if (isClassifierError(error)) throw error
      const { message, cause, retryAfter } = Passing.of(error)
      if (attempt + 1 >= request.attempts)
        throw downloadError(request.name, `${message} (attempts: ${attempt + 1})`, cause)
      await network.delay(Math.max(pauses[attempt], retryAfter), options.signal)
    }
  }
}
