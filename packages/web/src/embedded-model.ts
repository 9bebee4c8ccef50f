// The name of an embedded model in; its manifest and its ONNX file, which lies beside the code, out.
import { notify } from '@stylelens/core'
import type { LoadModelOptions, ModelFiles } from '@stylelens/core'
import { embeddedAddress, embeddedManifest } from './embedded-models'
import type { EmbeddedModelName } from './embedded-models'
import { fetchBeside } from './fetch-beside'
import { loadOtherFiles } from './load-other-files'

/**
 * Undefined for what only a model's folder has: another dtype, a digest of manifest.json that the caller demands.
 * Throws 'model-not-found', 'model-download', 'model-integrity', 'cache-failed' or 'aborted'.
 */
export async function embeddedModel(
  name: EmbeddedModelName,
  options: LoadModelOptions,
): Promise<ModelFiles | undefined> {
  const { dtype, integrity, maxModelBytes, onProgress } = options
  const manifest = await embeddedManifest(name)
  const { file, bytes: size, sha256 } = manifest
  if (integrity !== undefined || dtype !== manifest.dtype || size > maxModelBytes) return undefined
  const address = embeddedAddress(name)
  const beside = { address, name: `${file} of "${name}"`, bytes: size, sha256, phase: 'model' } as const
  const bytes = await fetchBeside(beside, options)
  notify(onProgress, { phase: 'model', loaded: size, total: size })
  const readFile = async (other: string): Promise<Uint8Array> => {
    const { readEmbedded } = await loadOtherFiles()
    return readEmbedded(name, other, manifest, options)
  }
  return { manifest, readModel: readFile, verified: { manifest, bytes, readFile } }
}
