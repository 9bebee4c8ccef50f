// What went wrong with a picture in; the typed error that says so, in words that are loaded for it, out.
import { ClassifierError, loadPart, messageOf } from '@stylelens/core'
import type { EncodedSource } from '@stylelens/core'

/** Most pictures need none of them. */
export const loadErrors = () => loadPart(() => import('./source-errors'))

/**
 * 'image-download', also where there is no network for the words of the error.
 * @param expired milliseconds after which it was given up
 */
export async function fetchFailed(source: EncodedSource, cause: unknown, expired?: number): Promise<ClassifierError> {
  const errors = await loadErrors().catch(() => undefined)
  if (errors) return errors.fetchError(source, cause, expired)
  return new ClassifierError('image-download', `The picture cannot be downloaded: ${messageOf(cause)}.`, { cause })
}
