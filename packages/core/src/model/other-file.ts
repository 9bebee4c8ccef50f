// A file of a model and what its manifest states of it in; the typed error that says where they differ out.
import { ClassifierError } from '../classifier-error'
import type { ModelFile } from '../manifest'

export function otherFile(
  { file, bytes: stated, sha256 }: Pick<ModelFile, 'file' | 'bytes' | 'sha256'>,
  { length }: Uint8Array,
  digest: string,
): ClassifierError {
  const size = `it has ${length} bytes instead of ${stated}`
  const difference = stated && length !== stated ? size : `its SHA-256 is ${digest} instead of ${sha256}`
  const sentence = `${file} is not the file that its manifest describes: ${difference}.`
  return new ClassifierError('model-integrity', `${sentence} Install or download the model again.`)
}
