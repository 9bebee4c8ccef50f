// The name of an embedded model or a folder in; its manifest as JSON, and a way to the bytes of the file it names, out.
import { readFile, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ClassifierError } from '@stylelens/core'
import type { AbortSignalLike, ModelFiles } from '@stylelens/core'
import { checkAborted } from './check-aborted'
import { embeddedModelNames, isEmbeddedModel } from './embedded-models'
import type { EmbeddedModelName } from './embedded-models'
import type { UrlLike } from './image-source'

/** The name of an embedded model, or the folder (path or `file:` URL) of a manifest.json and the file that it names. */
export type ModelSource = EmbeddedModelName | (string & {}) | UrlLike

/** src/ and dist/ both lie beside models/, so this holds in the sources, in ESM and in CommonJS. */
const embeddedFolder = (name: EmbeddedModelName) => fileURLToPath(new URL(`../models/${name}/`, import.meta.url))

const modelError = (code: 'model-not-found' | 'model-manifest', sentence: string, cause?: unknown) =>
  new ClassifierError(code, sentence, cause === undefined ? {} : { cause })

const choices = `Pass an embedded name (${embeddedModelNames.join(', ')}) or the folder of a model.`

function folderOf(model: ModelSource): string {
  const address = typeof model === 'string' ? model : model?.href
  if (typeof address !== 'string')
    throw modelError('model-not-found', `Cannot find a model in a value of type ${typeof model}. ${choices}`)
  if (isEmbeddedModel(address)) return embeddedFolder(address)
  if (!/^([a-z][a-z0-9+.-]+:\/\/|file:)/i.test(address)) return resolve(address)
  try {
    return fileURLToPath(address)
  } catch (error) {
    throw modelError(
      'model-not-found',
      `Cannot load the model "${address}": only file: addresses can be read here. ${choices}`,
      error,
    )
  }
}

async function explainMissing(model: string, folder: string, error: unknown): Promise<ClassifierError> {
  if (isEmbeddedModel(model)) {
    const mend = 'Install @stylelens/node again; in its sources run `npm run build`.'
    return modelError(
      'model-not-found',
      `The files of the embedded model "${model}" are not in the package. ${mend}`,
      error,
    )
  }
  const place = await stat(folder).catch(() => undefined)
  if (place?.isDirectory()) {
    return modelError(
      'model-manifest',
      `Cannot read manifest.json of the model "${model}": ${(error as Error).message}. Export the model again.`,
      error,
    )
  }
  if (place)
    return modelError(
      'model-not-found',
      `Cannot load the model "${model}": it is a file. Pass the folder that holds it.`,
      error,
    )
  return modelError(
    'model-not-found',
    `There is no model "${model}": no embedded one has this name, and there is no such folder. ${choices}`,
    error,
  )
}

async function readManifest(model: string, folder: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(join(folder, 'manifest.json'), 'utf8')
  } catch (error) {
    throw await explainMissing(model, folder, error)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw modelError(
      'model-manifest',
      `manifest.json of the model "${model}" is no JSON: ${(error as Error).message}. Export the model again.`,
      error,
    )
  }
}

async function readModelFile(model: string, folder: string, file: string): Promise<Uint8Array> {
  const path = resolve(folder, file)
  const inside = relative(folder, path)
  if (inside === '' || isAbsolute(inside) || inside.split(/[\\/]/)[0] === '..') {
    throw modelError(
      'model-manifest',
      `manifest.json of the model "${model}" names "${file}", which is outside of its folder. Name a file beside it.`,
    )
  }
  try {
    return await readFile(path)
  } catch (error) {
    throw modelError(
      'model-not-found',
      `Cannot read "${file}", which manifest.json of the model "${model}" names: ${(error as Error).message}.`,
      error,
    )
  }
}

/** Throws 'model-not-found', 'model-manifest' or 'aborted'. */
export async function loadModel(model: ModelSource, signal?: AbortSignalLike): Promise<ModelFiles> {
  checkAborted(signal)
  const folder = folderOf(model)
  const name = typeof model === 'string' ? model : model.href
  const manifest = await readManifest(name, folder)
  checkAborted(signal)
  return { manifest, readModel: (file) => readModelFile(name, folder, file) }
}
