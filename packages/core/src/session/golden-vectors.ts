// golden.json of a model in; the pictures and the logits that a right session gives for them out.
import { ClassifierError } from '../classifier-error'
import { isFiniteNumber, isRecord } from '../is-record'
import type { ModelManifest } from '../manifest'
import { decodeUtf8 } from '../decode-utf8'
import { decodeBase64 } from './decode-base64'

export interface GoldenVectors {
  /** Inputs of the model, each of height * width * channels values. */
  readonly pictures: readonly Float32Array[]
  /** For each picture, a number for each label. */
  readonly logits: readonly (readonly number[])[]
}

type Facts = Pick<ModelManifest, 'input' | 'labels' | 'dtype'>

/**
 * `pictures` are base64 of 8-bit values, one after the other, 0 and 255 being the ends of the input's range; `logits`
 * holds for each dtype a list for each picture: quantised models are right in their own way.
 * @returns undefined where there are none of this dtype
 * Throws 'model-manifest'.
 */
export function parseGoldenVectors(
  bytes: Uint8Array,
  file: string,
  { input, labels, dtype }: Facts,
): GoldenVectors | undefined {
  const json = parseJson(bytes)
  if (!isRecord(json) || !isRecord(json.logits)) throw damaged(file, 'it is no JSON object with "logits"')
  const logits = json.logits[dtype]
  if (logits === undefined) return undefined
  const levels = typeof json.pictures === 'string' ? decodeBase64(json.pictures) : undefined
  const size = input.width * input.height * input.channels
  if (!levels || levels.length === 0 || levels.length % size !== 0) {
    throw damaged(file, `"pictures" must be base64 of pictures of ${size} bytes`)
  }
  const count = levels.length / size
  if (!Array.isArray(logits) || logits.length !== count || !logits.every((row) => isRow(row, labels.length))) {
    throw damaged(file, `"logits.${dtype}" must be ${count} lists of ${labels.length} numbers`)
  }
  return { pictures: scale(levels, size, input.range), logits }
}

/** Anything that is no JSON becomes undefined. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes) ?? '')
  } catch {
    return undefined
  }
}

function isRow(row: unknown, length: number): row is readonly number[] {
  return Array.isArray(row) && row.length === length && row.every(isFiniteNumber)
}

// [N * size] levels -> N x [size]
function scale(levels: Uint8Array, size: number, [low, high]: readonly [number, number]): Float32Array[] {
  return Array.from({ length: levels.length / size }, (_, index) =>
    Float32Array.from(levels.subarray(index * size, (index + 1) * size), (level) => low + (level / 255) * (high - low)))
}

function damaged(file: string, difference: string): ClassifierError {
  const sentence = `${file} holds no golden vectors: ${difference}. Export the model again.`
  return new ClassifierError('model-manifest', sentence)
}
