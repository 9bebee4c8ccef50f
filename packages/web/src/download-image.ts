// An http(s) or blob: address in; the bytes of the picture there out, within a size, a time and a signal.
import { ClassifierError, isClassifierError, messageOf, throwIfAborted } from '@stylelens/core'
import type { DecodeOptions, EncodedSource } from '@stylelens/core'
import { fetchBytes } from './fetch-bytes'
import { loadPictureErrors } from './load-picture-errors'

/**
 * Throws 'image-download' unless the status is 200, 'image-too-large' or 'aborted'.
 * @param source names the picture in errors
 */
export async function downloadImage(
  address: string,
  source: EncodedSource,
  { signal, timeout, maxBytes }: DecodeOptions,
): Promise<Uint8Array> {
  throwIfAborted(signal)
  try {
    return await fetchBytes(address, {
      signal,
      timeout,
      maxBytes,
      refuse: async (bytes) => {
        throw (await loadPictureErrors()).tooLarge(source, bytes, maxBytes)
      },
    })
  } catch (cause) {
    throwIfAborted(signal)
    if (isClassifierError(cause)) throw cause
    // where there is no network for the words of the error either, the bare reason must do
    const errors = await loadPictureErrors().catch(() => undefined)
    throw errors?.fetchError(source, cause, timeout) ?? new ClassifierError('image-download', messageOf(cause), { cause })
  }
}
