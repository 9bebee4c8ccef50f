// A platform and the place of a model in; its checked manifest and the very bytes that the manifest describes out.
import { throwIfAborted } from '../abort/throw-if-aborted'
import { untilAborted } from '../abort/until-aborted'
import { ClassifierError } from '../classifier-error'
import type { ModelManifest } from '../manifest'
import { notify } from '../notify'
import type { Runtime } from '../runtime'
import { withTypedErrors } from '../with-typed-errors'
import { withExternalWeights } from './external-weights'
import { fileTooLarge } from './file-too-large'
import type { LoadModelOptions } from './load-model-options'
import { matchFacts } from './match-facts'
import { filesInMemory, isModelInMemory } from './model-in-memory'
import type { ModelFiles, ModelInMemory } from './model-files'
import { checkOnnx } from './onnx/check-onnx'
import { parseManifest } from './parse-manifest'
import { selectDtype } from './select-dtype'

export interface VerifiedModel {
  readonly manifest: ModelManifest
  /** The ONNX file, with all of its weights inside. */
  readonly bytes: Uint8Array
  /** The bytes of another file of the model, by its path within the model's folder; a model in memory has none. */
  readFile?(file: string): Promise<Uint8Array>
}

type ModelLoader<ModelSource> = Pick<Runtime<never, ModelSource>, 'loadModel' | 'sha256'>

/**
 * Errors: 'model-not-found', 'model-manifest', 'model-integrity', 'model-invalid', 'model-unsupported',
 * 'model-download', 'cache-failed', 'option-invalid' for a dtype that the model does not have, 'aborted', and those of the platform.
 */
export async function loadVerifiedModel<ModelSource>(
  platform: ModelLoader<ModelSource>,
  model: ModelSource | ModelInMemory,
  options: LoadModelOptions,
): Promise<VerifiedModel> {
  throwIfAborted(options.signal)
  return untilAborted(load(platform, model, options), options.signal)
}

async function load<ModelSource>(
  platform: ModelLoader<ModelSource>,
  model: ModelSource | ModelInMemory,
  options: LoadModelOptions,
): Promise<VerifiedModel> {
  const files = isModelInMemory(model)
    ? filesInMemory(model)
    : await withTypedErrors('model-not-found', 'The model could not be loaded', () =>
        platform.loadModel(model, options),
      )
  const stated = selectDtype(parseManifest(files.manifest), options.dtype)
  throwIfAborted(options.signal)
  const file = await read(files.readModel, stated.file)
  if (file.length > options.maxModelBytes) throw fileTooLarge(stated.file, file.length, options.maxModelBytes)
  notify(options.onProgress, { phase: 'model', loaded: file.length, total: file.length })
  const manifest = await verify(platform, stated, file)
  throwIfAborted(options.signal)
  const facts = checkOnnx(file, manifest.file)
  const bytes = await withExternalWeights(file, facts, manifest.file, files, options.maxModelBytes)
  const verified = { manifest: matchFacts(manifest, facts), bytes }
  return isModelInMemory(model) ? verified : { ...verified, readFile: (name) => read(files.readModel, name) }
}

function read(readFile: ModelFiles['readModel'], file: string): Promise<Uint8Array> {
  return withTypedErrors('model-not-found', `${file} could not be read`, () => readFile(file))
}

/** The manifest with the size and the digest of the file, which must be those that it states, where it does. */
async function verify(platform: ModelLoader<never>, manifest: ModelManifest, file: Uint8Array): Promise<ModelManifest> {
  const stated = manifest.bytes || file.length
  if (file.length !== stated) throw integrityError(manifest, `it has ${file.length} bytes instead of ${stated}`)
  const sentence = `The checksum of ${manifest.file} could not be computed`
  const digest = await withTypedErrors('model-integrity', sentence, () => platform.sha256(file))
  const sha256 = manifest.sha256 || digest
  if (digest.toLowerCase() === sha256.toLowerCase()) return { ...manifest, bytes: stated, sha256 }
  throw integrityError(manifest, `its SHA-256 is ${digest} instead of ${sha256}`)
}

function integrityError(manifest: ModelManifest, difference: string): ClassifierError {
  const sentence = `${manifest.file} is not the file that its manifest describes: ${difference}.`
  return new ClassifierError('model-integrity', `${sentence} Install or download the model again.`)
}
