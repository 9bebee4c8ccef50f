// A file of an embedded model that is not beside the code, or is not that file, in; the typed error that says so out.
import { ClassifierError, isPlaceholder, nameForeignFile, otherFile } from '@stylelens/core'
import type { BesideFile } from './beside-file'

export function missingModel(file: string): ClassifierError {
  const mend = 'Serve the folder models of @stylelens/web beside the bundled code.'
  return new ClassifierError('model-not-found', `There is no ${file} beside the code. ${mend}`)
}

/** Some servers have a page for everything that they do not have. */
export function wrongModel(file: BesideFile, bytes: Uint8Array, digest: string): ClassifierError {
  if (isPlaceholder(nameForeignFile(bytes))) return missingModel(file.name)
  return otherFile({ ...file, file: file.name }, bytes, digest)
}
