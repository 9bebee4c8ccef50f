// The name of an embedded model in; its manifest and a way to its files, which lie beside the code, out.
import { loadPart } from '@stylelens/core'
import type { LoadModelOptions, ModelFiles } from '@stylelens/core'
import { embeddedAddress, embeddedManifest } from './embedded-models'
import type { EmbeddedModelName } from './embedded-models'
import { fetchBeside } from './fetch-beside'

/** Throws 'model-not-found', 'model-download', 'cache-failed' or 'aborted'. */
export async function embeddedModel(name: EmbeddedModelName, options: LoadModelOptions): Promise<ModelFiles> {
  const manifest = await embeddedManifest(name)
  const { bytes, sha256 } = manifest
  const readOnnx = async (file: string): Promise<Uint8Array> => {
    const asked = { address: embeddedAddress(name), name: `${file} of "${name}"`, bytes, sha256 }
    const answer = await fetchBeside(
      { ...asked, phase: 'model', maxBytes: options.maxModelBytes, attempts: 4 },
      options,
    )
    if (answer.kind === 'file') return answer.bytes
    return (await loadPart(() => import('./embedded-missing'))).explainMissing(asked.name, answer)
  }
  return {
    manifest,
    checked: manifest,
    readModel: async (file) => {
      if (file === manifest.file) return readOnnx(file)
      return (await loadPart(() => import('./embedded-folder'))).readEmbedded(name, file, manifest, options)
    },
  }
}
