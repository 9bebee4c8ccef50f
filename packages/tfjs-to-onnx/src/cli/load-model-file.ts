// The path of a model.json in; the live layers model, on tfjs's own CPU backend and nothing native, out.
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { io } from '@tensorflow/tfjs-core'
import { ConversionError } from '../conversion-error'
import type { ConvertibleModel } from '../convert-model'
import { readSavedModel } from '../saved-model/read-saved-model'
import type { SavedModel } from '../saved-model/read-saved-model'
import { withoutInitializers } from '../saved-model/without-initializers'
import { fileMissing } from './file-missing'

/** @throws ConversionError 'file-missing', 'file-invalid', 'file-damaged', 'layer-unsupported', 'runtime-missing'. */
export async function loadModelFile(path: string): Promise<ConvertibleModel> {
  const folder = dirname(path)
  const saved = await readSavedModel(path, await readModelJson(path), shard => readFile(join(folder, shard)))
  const { core, layers } = await openTensorFlow()
  try {
    return await layers.loadLayersModel(core.io.fromMemory(artifactsOf(saved)))
  } catch (cause) {
    throw explain(path, cause as Error)
  }
}

async function readModelJson(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw fileMissing(path, 'model.json', cause)
  }
}

const artifactsOf = ({ modelTopology, weightSpecs, weightData }: SavedModel) =>
  ({ modelTopology: withoutInitializers(modelTopology), weightSpecs, weightData }) as unknown as io.ModelArtifacts

/** Loaded when needed: the library itself brings no TensorFlow.js, only its user's. */
async function openTensorFlow() {
  try {
    const core = await import('@tensorflow/tfjs-core')
    core.env().set('PROD', true) // its advertisement for tfjs-node is not for users of a command line
    await import('@tensorflow/tfjs-backend-cpu')
    const layers = await import('@tensorflow/tfjs-layers')
    await core.setBackend('cpu')
    return { core, layers }
  } catch (cause) {
    const packages = '@tensorflow/tfjs-core @tensorflow/tfjs-layers @tensorflow/tfjs-backend-cpu'
    const reason = (cause as Error).message.split('\n')[0]
    const message = `TensorFlow.js cannot be loaded: ${reason}. Run \`npm install ${packages}\`.`
    throw new ConversionError('runtime-missing', message, { cause })
  }
}

/** tfjs says what it misses in sentences of its own; the two common ones are told apart. */
function explain(path: string, cause: Error): ConversionError {
  const unknown = /Unknown (layer|activation|regularizer|initializer|constraint): ?([\w$]+)/.exec(cause.message)
  if (unknown !== null) {
    const [, kind, name] = unknown
    const message = `"${basename(path)}" holds the ${kind} ${name}, which TensorFlow.js does not know. `
      + 'Register it and call convertLayersModel, or replace it.'
    return new ConversionError('layer-unsupported', message, { layer: name, cause })
  }
  const message = `TensorFlow.js cannot load "${path}": ${cause.message.split('\n')[0]}`
  return new ConversionError('file-invalid', message, { key: path, cause })
}
