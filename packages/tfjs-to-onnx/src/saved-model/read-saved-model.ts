// The bytes of a model.json and a way to its weight files in; tfjs's model artifacts, whole and of the right kind, out.
import { ConversionError } from '../conversion-error'
import { describeForeignFile } from './describe-foreign-file'
import { findTopologyFault } from './topology-fault'
import { findManifestFault } from './weights-manifest'
import type { WeightGroup, WeightSpec } from './weights-manifest'

export interface SavedModel {
  readonly modelTopology: object
  readonly weightSpecs: readonly WeightSpec[]
  readonly weightData: ArrayBuffer
}

/** Reads a file beside model.json; rejects where it is not there. */
export type ReadShard = (path: string) => Promise<Uint8Array>

/**
 * `name` is the file's name for the sentences of errors.
 * @throws ConversionError 'file-invalid' where it is no layers model, 'file-missing' and 'file-damaged' for its weights.
 */
export async function readSavedModel(name: string, bytes: Uint8Array, readShard: ReadShard): Promise<SavedModel> {
  const description = parse(name, bytes)
  const { modelTopology, weightsManifest } = description
  if (!isObject(modelTopology)) throw invalid(name, 'it has no modelTopology. Save the model with model.save()')
  if ('node' in modelTopology || description.format === 'graph-model') {
    throw invalid(name, 'it is a graph model, whose layers are gone. Convert the layers model that it was made of')
  }
  const fault = findTopologyFault(modelTopology) ?? findManifestFault(weightsManifest)
  if (fault !== undefined) throw invalid(name, `${fault}. Save the model with model.save()`)
  const manifest = weightsManifest as readonly WeightGroup[]
  const groups = await Promise.all(manifest.map(group => readGroup(name, group, readShard)))
  return {
    modelTopology,
    weightSpecs: manifest.flatMap(({ weights }) => weights),
    weightData: join(groups),
  }
}

function parse(name: string, bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const foreign = describeForeignFile(bytes)
  if (foreign !== undefined) throw invalid(name, foreign)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw invalid(name, `it is no JSON: ${(cause as Error).message}`, cause)
  }
  if (!isObject(value)) throw invalid(name, 'it holds no object. Pass the model.json of a layers model')
  const { modelTopology, module, class_name: className } = value as Readonly<Record<string, unknown>>
  if (modelTopology === undefined && (module !== undefined || className !== undefined)) {
    throw invalid(name, 'it is the config.json of a Keras file. Convert the model with tensorflowjs_converter first')
  }
  return value as Readonly<Record<string, unknown>>
}

async function readGroup(name: string, { paths, weights }: WeightGroup, readShard: ReadShard): Promise<Uint8Array> {
  const shards = await Promise.all(paths.map(path => readOne(name, path, readShard)))
  const bytes = new Uint8Array(join(shards))
  const expected = weights.reduce((sum, spec) => sum + bytesOf(name, spec), 0)
  if (bytes.length === expected) return bytes
  const received = `${paths.join(', ')} ${paths.length === 1 ? 'has' : 'have'} ${bytes.length} bytes`
  const cut = findCut(name, weights, bytes.length)
  const message = `The weights of "${name}" are damaged: ${received}, and its tensors need ${expected}`
    + `${cut === undefined ? '' : `; the first that is not whole is "${cut}"`}. Copy the files again.`
  throw new ConversionError('file-damaged', message, { key: paths.join(', ') })
}

/** The first weight whose end lies behind the given one. */
function findCut(name: string, weights: readonly WeightSpec[], end: number): string | undefined {
  let offset = 0
  return weights.find((spec) => {
    offset += bytesOf(name, spec)
    return offset > end
  })?.name
}

async function readOne(name: string, path: string, readShard: ReadShard): Promise<Uint8Array> {
  const leaves = path.startsWith('/') || /^[a-z]+:/i.test(path) || path.split(/[\\/]/).includes('..')
  if (leaves) throw invalid(name, `it names weights outside of its folder: "${path}"`)
  try {
    return await readShard(path)
  } catch (cause) {
    const message = `The weights "${path}", which "${name}" names, cannot be read: ${(cause as Error).message}. `
      + 'Put all files of the model into one folder.'
    throw new ConversionError('file-missing', message, { key: path, cause })
  }
}

const bytesPerValue: Readonly<Record<string, number>> = {
  float32: 4, int32: 4, bool: 1, complex64: 8, uint8: 1, uint16: 2, float16: 2,
}

function bytesOf(name: string, { name: weight, shape, dtype, quantization }: WeightSpec): number {
  const size = bytesPerValue[quantization?.dtype ?? dtype]
  if (size === undefined) throw invalid(name, `its weight "${weight}" is of type ${dtype}, which cannot be read`)
  return shape.reduce((product, length) => product * length, size)
}

function join(parts: readonly Uint8Array[]): ArrayBuffer {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole.buffer
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function invalid(name: string, reason: string, cause?: unknown): ConversionError {
  return new ConversionError('file-invalid', `Cannot read "${name}": ${reason}.`, { key: name, cause })
}
