// A folder with config.json in; a manifest made of it, and a way to its ONNX file, out; undefined where it has none.
import { ClassifierError } from '../../classifier-error'
import { mostJsonBytes, parseJsonFile } from '../json-file'
import { modelDtypes } from '../load-model-options'
import type { LoadModelOptions, ModelDtype } from '../load-model-options'
import type { ModelFiles } from '../model-files'
import { checkOnnx } from '../onnx/check-onnx'
import { noSuchDtype } from '../select-dtype'
import type { VerifiedFolder } from '../verified-folder'
import { manifestFromHuggingFace } from './manifest-from-hugging-face'
import { preprocessorFile } from './refuse'

/** Of each dtype the names that exporters give, the usual one first; in onnx/ and beside config.json. */
const fileNames: Readonly<Record<ModelDtype, readonly string[]>> = {
  fp32: ['model.onnx'],
  fp16: ['model_fp16.onnx'],
  int8: ['model_int8.onnx', 'model_quantized.onnx', 'model_uint8.onnx'],
}

const pathsOf = (dtype: ModelDtype): string[] =>
  ['onnx/', ''].flatMap((folder) => fileNames[dtype].map((name) => folder + name))

type Options = Pick<LoadModelOptions, 'dtype' | 'integrity' | 'maxModelBytes'>

/** Errors: 'option-invalid', 'model-manifest', 'model-not-found', 'model-unsupported', 'model-invalid'. */
export async function openHuggingFace(folder: VerifiedFolder, options: Options): Promise<ModelFiles | undefined> {
  const config = await readJson(folder, 'config.json')
  if (config === undefined) return undefined
  if (typeof options.integrity === 'string') throw needsDigests(folder.name)
  const preprocessor = await readJson(folder, preprocessorFile)
  if (preprocessor === undefined) throw incomplete(folder.name, `no ${preprocessorFile}`)
  const { file, bytes } = await readModelFile(folder, options)
  const name = /([^/\\]+)[/\\]*$/.exec(folder.name)?.[1] ?? 'custom'
  const facts = checkOnnx(bytes, file)
  const read = async (path: string, strictlyInside: boolean): Promise<Uint8Array> => {
    const found = await folder.read(path, { maxBytes: options.maxModelBytes, isModel: true, strictlyInside })
    if (found) return found
    throw new ClassifierError('model-not-found', `The model "${folder.name}" has no file "${path}". Download it again.`)
  }
  return {
    manifest: manifestFromHuggingFace(config, preprocessor, facts, { file, dtype: options.dtype, name }),
    readModel: async (path) => (path === file ? bytes : read(path, false)),
    readExternalData: (path) => read(path, true),
  }
}

async function readJson(folder: VerifiedFolder, file: string): Promise<unknown> {
  const bytes = await folder.read(file, { maxBytes: mostJsonBytes })
  return bytes && parseJsonFile(bytes, `${file} of "${folder.name}"`)
}

async function readModelFile(
  folder: VerifiedFolder,
  { dtype, maxModelBytes }: Options,
): Promise<{ readonly file: string; readonly bytes: Uint8Array }> {
  for (const file of pathsOf(dtype)) {
    const bytes = await folder.read(file, { maxBytes: maxModelBytes, isModel: true })
    if (bytes) return { file, bytes }
  }
  const known: ModelDtype[] = []
  for (const other of modelDtypes) if (other !== dtype && (await hasAny(folder, pathsOf(other)))) known.push(other)
  if (known.length > 0) throw noSuchDtype(folder.name, dtype, known)
  throw incomplete(folder.name, `no ONNX file (looked for ${pathsOf(dtype).join(', ')})`)
}

async function hasAny(folder: VerifiedFolder, files: readonly string[]): Promise<boolean> {
  for (const file of files) if (await folder.has(file)) return true
  return false
}

function incomplete(name: string, missing: string): ClassifierError {
  const sentence = `The model "${name}" has config.json and ${missing}.`
  return new ClassifierError('model-not-found', `${sentence} Export it to ONNX, or write a manifest.json for it.`)
}

function needsDigests(name: string): ClassifierError {
  const sentence = `Option "integrity" is one digest, and the model "${name}" has no manifest.json that it could be of.`
  const files = `'config.json', '${preprocessorFile}' and 'onnx/model.onnx'`
  return new ClassifierError('option-invalid', `${sentence} Pass an object with digests of ${files}.`)
}
