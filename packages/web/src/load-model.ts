// The name of an embedded model or an address in; its manifest as JSON, and a way to the files it names, out.
import { ClassifierError, openHttpModel, openModelFolder } from '@stylelens/core'
import type { LoadModelOptions, ModelFiles, UrlLike } from '@stylelens/core'
import { EmbeddedFolder } from './embedded-folder'
import { embeddedModelNames, isEmbeddedModel } from './embedded-models'
import type { EmbeddedModelName } from './embedded-models'
import { network } from './network'
import { pageAddress } from './page-address'
import { sha256 } from './sha256'

/** The name of an embedded model, or the address of the folder of a manifest.json and the file that it names. */
export type ModelSource = EmbeddedModelName | (string & {}) | UrlLike

const choices = `Pass an embedded name (${embeddedModelNames.join(', ')}) or the address of a model's folder.`

/** Relative addresses are of the page; a bare word is a name that was mistaken. */
function resolve(model: string): string {
  if (/[/.:]/.test(model)) {
    try {
      const { protocol, href } = new URL(model, pageAddress())
      if (/^(https?|blob|(chrome|moz|safari-web)-extension):$/.test(protocol)) return href
    } catch {
      // told below
    }
    throw new ClassifierError('model-not-found', `Cannot load the model "${model}": it is no address of http(s). ${choices}`)
  }
  throw new ClassifierError('model-not-found', `There is no model "${model}": no embedded one has this name. ${choices}`)
}

/** Throws 'model-not-found', 'model-manifest', 'model-integrity', 'model-download', 'cache-failed' or 'aborted'. */
export async function loadModel(model: ModelSource, options: LoadModelOptions): Promise<ModelFiles> {
  const address = typeof model === 'string' ? model : model?.href
  if (typeof address !== 'string') {
    throw new ClassifierError('model-not-found', `Cannot find a model in a value of type ${typeof model}. ${choices}`)
  }
  if (isEmbeddedModel(address)) return openModelFolder(new EmbeddedFolder(address, options), sha256, options)
  return openHttpModel(resolve(address), network, options)
}
