// A manifest and a way to the files of its model in; the ONNX file, of the size and the digest that are stated, out.
import type { ModelManifest } from '../manifest'
import { notify } from '../notify'
import type { Runtime } from '../runtime'
import { withTypedErrors } from '../with-typed-errors'
import { fileTooLarge } from './file-too-large'
import type { LoadModelOptions } from './load-model-options'
import type { ModelFiles } from './model-files'
import { otherFile } from './other-file'

export interface ReadModelFile {
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** Errors: 'model-not-found', 'model-integrity', 'model-unsupported' for a file that is too large, those of `files`. */
export async function readModelFile(
  platform: Pick<Runtime<never, never>, 'sha256'>,
  { file, bytes: stated, sha256: expected }: ModelManifest,
  files: ModelFiles,
  { maxModelBytes, onProgress }: LoadModelOptions,
): Promise<ReadModelFile> {
  const bytes = await readFile(files, file)
  if (bytes.length > maxModelBytes) throw fileTooLarge(file, bytes.length, maxModelBytes)
  notify(onProgress, { phase: 'model', loaded: bytes.length, total: bytes.length })
  const fits = bytes.length === (stated || bytes.length)
  const digest = fits ? await digestOf(platform, bytes, file) : ''
  if (fits && digest.toLowerCase() === (expected || digest).toLowerCase()) return { bytes, sha256: expected || digest }
  throw otherFile({ file, bytes: stated, sha256: expected }, bytes, digest)
}

export function readFile({ readModel }: ModelFiles, file: string): Promise<Uint8Array> {
  return withTypedErrors('model-not-found', `${file} could not be read`, () => readModel(file))
}

function digestOf(platform: Pick<Runtime<never, never>, 'sha256'>, bytes: Uint8Array, file: string): Promise<string> {
  const sentence = `The checksum of ${file} could not be computed`
  return withTypedErrors('model-integrity', sentence, () => platform.sha256(bytes))
}
