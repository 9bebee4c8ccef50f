// The bytes of a JSON file of a model in; the parsed JSON, or the typed error that says what the file is instead, out.
import { ClassifierError } from '../classifier-error'
import { decodeUtf8 } from '../decode-utf8'
import { messageOf } from '../with-typed-errors'
import { nameForeignFile } from './name-foreign-file'

/** Bytes that manifest.json and its like may have: the labels of 21,000 classes need one megabyte. */
export const mostJsonBytes = 32 * 1024 * 1024

/** @param name e.g. `manifest.json of "./model"`. Throws 'model-manifest'. */
export function parseJsonFile(bytes: Uint8Array, name: string): unknown {
  const foreign = nameForeignFile(bytes)
  if (foreign !== undefined && /HTML|Git LFS|empty|XML/.test(foreign)) throw noJson(name, `it is ${foreign}`)
  const text = decodeUtf8(bytes)
  if (text === undefined) throw noJson(name, `it is ${foreign ?? 'no text in UTF-8'}`)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw noJson(name, messageOf(error), error)
  }
}

function noJson(name: string, reason: string, cause?: unknown): ClassifierError {
  const sentence = `${name} is no JSON: ${reason}. Export or download the model again.`
  return new ClassifierError('model-manifest', sentence, cause === undefined ? {} : { cause })
}
