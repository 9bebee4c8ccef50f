// A manifest and a dtype in; the manifest with the file of that dtype as its own out.
import { ClassifierError } from '../classifier-error'
import type { ModelFile, ModelManifest } from '../manifest'
import { modelDtypes } from './load-model-options'
import type { ModelDtype } from './load-model-options'

/** Throws 'option-invalid' naming the dtypes that there are. */
export function selectDtype(manifest: ModelManifest, dtype: ModelDtype): ModelManifest {
  if (dtype === manifest.dtype) return manifest
  const chosen: Partial<ModelFile> | undefined = manifest.files?.[dtype]
  if (!chosen) throw noSuchDtype(manifest.name, dtype, dtypesOf(manifest))
  const { file, sha256, bytes, temperature, flipTemperature } = { ...manifest, ...chosen }
  return Object.freeze({ ...manifest, dtype, file, sha256, bytes, temperature, flipTemperature })
}

export function noSuchDtype(name: string, dtype: ModelDtype, known: readonly ModelDtype[]): ClassifierError {
  const choice = known.map((one) => `'${one}'`).join(', ')
  const sentence = `The model "${name}" has no file of dtype '${dtype}'; it has ${choice}.`
  return new ClassifierError('option-invalid', `${sentence} Pass one of these as \`dtype\`.`)
}

function dtypesOf({ dtype, files }: ModelManifest): ModelDtype[] {
  return modelDtypes.filter((known) => known === dtype || files?.[known] !== undefined)
}
