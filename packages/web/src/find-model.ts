// The place of a model that is not simply the name of an embedded one in; its manifest and a way to its files out.
import { ClassifierError, openHttpModel, openModelFolder } from '@stylelens/core'
import type { LoadModelOptions, ModelFiles } from '@stylelens/core'
import { EmbeddedFolder } from './embedded-folder'
import { embeddedModelNames, isEmbeddedModel } from './embedded-models'
import type { ModelSource } from './model-source'
import { network } from './network'
import { pageAddress } from './page-address'
import { sha256 } from './sha256'

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
export async function findModel(model: ModelSource, options: LoadModelOptions): Promise<ModelFiles> {
  const address = typeof model === 'string' ? model : model?.href
  if (typeof address !== 'string') {
    throw new ClassifierError('model-not-found', `Cannot find a model in a value of type ${typeof model}. ${choices}`)
  }
  if (isEmbeddedModel(address)) return openModelFolder(new EmbeddedFolder(address, options), sha256, options)
  return openHttpModel(resolve(address), network, options)
}
