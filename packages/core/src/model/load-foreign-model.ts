// The files of a model that nobody has looked at before in; its manifest and its ONNX file, both checked, out.
import { throwIfAborted } from '../abort/throw-if-aborted'
import type { Runtime } from '../runtime'
import { withExternalWeights } from './external-weights'
import { isModelInMemory } from './is-model-in-memory'
import type { LoadModelOptions } from './load-model-options'
import { matchFacts } from './match-facts'
import { filesInMemory } from './model-in-memory'
import type { ModelFiles, ModelInMemory } from './model-files'
import { checkOnnx } from './onnx/check-onnx'
import { parseManifest } from './parse-manifest'
import { readFile, readModelFile } from './read-model-file'
import { selectDtype } from './select-dtype'
import type { VerifiedModel } from './verified-model'

/** Errors: as `loadVerifiedModel`, but for those of finding the model. */
export async function loadForeignModel(
  platform: Pick<Runtime<never, never>, 'sha256'>,
  model: ModelFiles | ModelInMemory,
  options: LoadModelOptions,
): Promise<VerifiedModel> {
  const files = isModelInMemory(model) ? filesInMemory(model) : model
  const stated = selectDtype(parseManifest(files.manifest), options.dtype)
  throwIfAborted(options.signal)
  const { bytes: file, sha256 } = await readModelFile(platform, stated, files, options)
  const manifest = { ...stated, bytes: file.length, sha256 }
  throwIfAborted(options.signal)
  const facts = checkOnnx(file, manifest.file)
  const bytes = await withExternalWeights(file, facts, manifest.file, files, options.maxModelBytes)
  const verified = { manifest: matchFacts(manifest, facts), bytes }
  return isModelInMemory(model) ? verified : { ...verified, readFile: (name) => readFile(files, name) }
}
