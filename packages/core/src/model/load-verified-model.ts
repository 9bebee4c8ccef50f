// A platform and the place of a model in; its checked manifest and the very bytes that the manifest describes out.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { untilAborted } from '../abort/until-aborted'
import { ClassifierError } from '../classifier-error'
import type { ModelManifest } from '../manifest'
import type { AbortSignalLike, Runtime } from '../runtime'
import { withTypedErrors } from '../with-typed-errors'
import { parseManifest } from './parse-manifest'

export interface VerifiedModel {
  readonly manifest: ModelManifest
  readonly bytes: Uint8Array
}

type ModelLoader<ModelSource> = Pick<Runtime<never, ModelSource>, 'loadModel' | 'sha256'>

/** Errors: 'model-not-found', 'model-manifest', 'model-integrity', 'aborted', and those of the platform. */
export async function loadVerifiedModel<ModelSource>(
  platform: ModelLoader<ModelSource>,
  model: ModelSource,
  signal: AbortSignalLike | undefined,
): Promise<VerifiedModel> {
  throwIfAborted(signal)
  const loading = withTypedErrors('model-not-found', 'The model could not be loaded', () =>
    platform.loadModel(model, signal))
  const files = await untilAborted(loading, signal)
  const manifest = parseManifest(files.manifest)
  const reading = withTypedErrors('model-not-found', `${manifest.file} could not be read`, () =>
    files.readModel(manifest.file))
  const bytes = await untilAborted(reading, signal)
  await untilAborted(verify(platform, manifest, bytes), signal)
  return { manifest, bytes }
}

async function verify(platform: ModelLoader<never>, manifest: ModelManifest, bytes: Uint8Array): Promise<void> {
  if (bytes.length !== manifest.bytes) {
    throw integrityError(manifest, `it has ${bytes.length} bytes instead of ${manifest.bytes}`)
  }
  const sentence = `The checksum of ${manifest.file} could not be computed`
  const digest = await withTypedErrors('model-integrity', sentence, () => platform.sha256(bytes))
  if (digest.toLowerCase() !== manifest.sha256.toLowerCase()) {
    throw integrityError(manifest, `its SHA-256 is ${digest} instead of ${manifest.sha256}`)
  }
}

function integrityError(manifest: ModelManifest, difference: string): ClassifierError {
  const sentence = `${manifest.file} is not the file that its manifest describes: ${difference}.`
  return new ClassifierError('model-integrity', `${sentence} Install or download the model again.`)
}
