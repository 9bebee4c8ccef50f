// What came for a file of an embedded model, and is not that file, in; a typed error, or the other bytes, out.
import { ClassifierError, downloadError, isPlaceholder, nameForeignFile } from '@stylelens/core'
import type { KnownAnswer } from '@stylelens/core'

export function embeddedMissing(file: string): ClassifierError {
  const mend = 'Serve the folder models of @stylelens/web beside the bundled code.'
  return new ClassifierError('model-not-found', `There is no ${file} beside the code. ${mend}`)
}

/** Bytes of another file are for the caller to refuse. Throws 'model-not-found' or 'model-download'. */
export function explainMissing(file: string, answer: KnownAnswer): Uint8Array {
  if (answer.kind === 'failed') throw downloadError(file, answer.reason, answer.cause)
  if (answer.kind === 'other' && !isPlaceholder(nameForeignFile(answer.bytes))) return answer.bytes
  throw embeddedMissing(file)
}
