// The name of an embedded model, a folder or an address in; its manifest as JSON, and a way to its files, out.
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ClassifierError, openHttpModel, openModelFolder } from '@stylelens/core'
import type { DownloadPlatform, LoadModelOptions, ModelFiles, UrlLike } from '@stylelens/core'
import { checkAborted } from './check-aborted'
import { delay } from './delay'
import { embeddedDigests } from './embedded-digests'
import { EmbeddedFolder } from './embedded-folder'
import { embeddedModelNames, isEmbeddedModel } from './embedded-models'
import type { EmbeddedModelName } from './embedded-models'
import { FolderOnDisk } from './model-folder'
import { openCache } from './open-cache'
import { sha256 } from './sha256'

/**
 * The name of an embedded model; or a place, by path, `file:` URL or http(s) address: of a folder with manifest.json,
 * of a manifest.json itself, or of a Hugging Face style folder with config.json, preprocessor_config.json and an
 * ONNX file.
 */
export type ModelSource = EmbeddedModelName | (string & {}) | UrlLike

/** src/ and dist/ both lie beside models/, so this holds in the sources, in ESM and in CommonJS. */
const embeddedFolder = (name: EmbeddedModelName) => fileURLToPath(new URL(`../models/${name}/`, import.meta.url))

const downloads: DownloadPlatform = {
  fetch: (address, init) => fetch(address, init),
  makeAbort: () => new AbortController(),
  delay,
  sha256,
  sendsEtags: true,
  openCache,
}

const notFound = (sentence: string, cause?: unknown) =>
  new ClassifierError(
    'model-not-found',
    `${sentence} Pass an embedded name (${embeddedModelNames.join(', ')}), a folder or an http(s) address.`,
    cause === undefined ? {} : { cause },
  )

function addressOf(model: ModelSource): string {
  const address = typeof model === 'string' ? model : model?.href
  if (typeof address === 'string') return address
  throw notFound(`Cannot find a model in a value of type ${typeof model}.`)
}

function pathOf(address: string): string {
  if (!/^([a-z][a-z0-9+.-]+:\/\/|file:)/i.test(address)) return resolve(address)
  try {
    return fileURLToPath(address)
  } catch (error) {
    throw notFound(
      `Cannot load the model "${address}": only file:, http: and https: addresses can be read here.`,
      error,
    )
  }
}

/** Throws 'model-not-found', 'model-manifest', 'aborted', and the errors of `openModelFolder` and `openHttpModel`. */
export async function loadModel(model: ModelSource, options: LoadModelOptions): Promise<ModelFiles> {
  checkAborted(options.signal)
  const address = addressOf(model)
  if (isEmbeddedModel(address)) {
    const folder = new EmbeddedFolder(embeddedFolder(address), address, sha256, embeddedDigests[address])
    return openModelFolder(folder, sha256, options)
  }
  if (/^https?:/i.test(address)) return openHttpModel(address, downloads, options)
  const path = pathOf(address)
  // The manifest itself may be named, as it may be by its http(s) address.
  const [folder, file] = /\.json$/i.test(path) ? [dirname(path), basename(path)] : [path, 'manifest.json']
  return openModelFolder(new FolderOnDisk(folder, address), sha256, options, file)
}
