// A folder of any kind in; its manifest, or one made of a Hugging Face style folder, and a way to its files, out.
import { ClassifierError, isClassifierError } from '../classifier-error'
import { isRecord } from '../is-record'
import { openHuggingFace } from './hugging-face/open-hugging-face'
import { mostJsonBytes, parseJsonFile } from './json-file'
import type { LoadModelOptions } from './load-model-options'
import type { FileLimits, ModelFiles, ModelFolder } from './model-files'
import { VerifiedFolder } from './verified-folder'

type Sha256 = (bytes: Uint8Array) => Promise<string>

/**
 * @param file the manifest of the folder, 'manifest.json' unless an address names another one
 * Errors: 'model-not-found', 'model-manifest', 'model-integrity', 'model-download', 'model-unsupported',
 * 'model-invalid', 'option-invalid' for `integrity` or `dtype` that cannot be, and those of the folder.
 */
export async function openModelFolder(
  folder: ModelFolder,
  sha256: Sha256,
  options: LoadModelOptions,
  file = 'manifest.json',
): Promise<ModelFiles> {
  const files = new VerifiedFolder(folder, sha256, options.integrity, file)
  const { bytes, failure } = await readManifest(files, file)
  if (bytes) return manifestFiles(files, options, file, parseJsonFile(bytes, `${file} of "${folder.name}"`))
  // A manifest of another name was meant, and is not there.
  const mayBeAnother = file === 'manifest.json' || file === 'config.json'
  const model =
    mayBeAnother
    && (await openHuggingFace(files, options).catch((error: unknown) => {
      throw isClassifierError(error, 'model-download') ? (failure ?? error) : error
    }))
  if (model) return model
  throw failure ?? (await folder.explainAbsence())
}

/** Where it cannot be downloaded, a cache may still have the files of a folder that never had a manifest.json. */
async function readManifest(files: VerifiedFolder, file: string): Promise<{ bytes?: Uint8Array; failure?: unknown }> {
  if (file === 'config.json') return {}
  try {
    const bytes = await files.read(file, { maxBytes: mostJsonBytes })
    return bytes ? { bytes } : {}
  } catch (failure) {
    if (isClassifierError(failure, 'model-download')) return { failure }
    throw failure
  }
}

function manifestFiles(files: VerifiedFolder, options: LoadModelOptions, file: string, manifest: unknown): ModelFiles {
  const { digests, golden } = filesOf(manifest)
  const read = async (name: string, limits: Partial<FileLimits>): Promise<Uint8Array> => {
    const found = await files.read(name, { maxBytes: options.maxModelBytes, sha256: digests.get(name), ...limits })
    if (found) return found
    throw new ClassifierError(
      'model-not-found',
      `The model "${files.name}" has no file "${name}", which ${file} names. ` + 'Export or download the model again.',
    )
  }
  return {
    manifest,
    readModel: (name) => read(name, { isModel: name !== golden }),
    readExternalData: (name) => read(name, { isModel: true, strictlyInside: true }),
  }
}

/** What a manifest, which is not validated yet, states of its files. */
function filesOf(manifest: unknown): { readonly digests: ReadonlyMap<string, string>; readonly golden?: unknown } {
  if (!isRecord(manifest)) return { digests: new Map() }
  const { files, selfTest } = manifest
  const entries = [manifest, ...Object.values(isRecord(files) ? files : {}), selfTest]
  const digests = entries.flatMap((entry): (readonly [string, string])[] =>
    isRecord(entry) && typeof entry.file === 'string' && typeof entry.sha256 === 'string'
      ? [[entry.file, entry.sha256.toLowerCase()]]
      : [],
  )
  return { digests: new Map(digests), golden: isRecord(selfTest) ? selfTest.file : undefined }
}
