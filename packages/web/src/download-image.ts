// An http(s) or blob: address in; the bytes of the picture there out, within a size, a time and a signal.
import { isClassifierError, readBody, throwIfAborted } from '@stylelens/core'
import type { DecodeOptions, EncodedSource } from '@stylelens/core'
import { fetchFailed, loadErrors } from './load-errors'

/** The longest delay of a timer: a greater one would fire at once. */
const longestTimeout = 2 ** 31 - 1

async function readResponse(response: Response, source: EncodedSource, { maxBytes }: DecodeOptions): Promise<Uint8Array> {
  // an opaque answer (mode 'no-cors') has status 0 and hides its body
  if (response.status !== 200) throw (await loadErrors()).statusError(source, response.status)
  return readBody(response, {
    maxBytes,
    total: Number(response.headers.get('content-length')) || null,
    refuse: async (bytes) => {
      throw (await loadErrors()).tooLarge(source, bytes, maxBytes)
    },
    wait: (work) => work,
  })
}

/**
 * Throws 'image-download' unless the status is 200, 'image-too-large' or 'aborted'; the connection is closed in every
 * case.
 * @param source names the picture in errors
 */
export async function downloadImage(address: string, source: EncodedSource, options: DecodeOptions): Promise<Uint8Array> {
  const { signal, timeout } = options
  throwIfAborted(signal)
  const controller = new AbortController()
  let timedOut = false
  const expire = () => {
    timedOut = true
    controller.abort()
  }
  const abort = () => controller.abort()
  const timer = setTimeout(expire, Math.min(timeout, longestTimeout))
  signal?.addEventListener('abort', abort)
  try {
    return await readResponse(await fetch(address, { signal: controller.signal }), source, options)
  } catch (error) {
    throwIfAborted(signal)
    throw isClassifierError(error) ? error : await fetchFailed(source, error, timedOut ? timeout : undefined)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    controller.abort()
  }
}
