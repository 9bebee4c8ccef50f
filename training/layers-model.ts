// A layers model to a folder of model.json and weights.bin and back: TensorFlow.js's own format, on any backend.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { io } from '@tensorflow/tfjs-core'
import type { LayersModel, TensorFlow } from './backends/tensorflow'

/** Writes what `tf.loadLayersModel('file://folder/model.json')` and loadLayersModel below read. */
export async function saveLayersModel(tf: TensorFlow, model: LayersModel, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const save = async (artifacts: io.ModelArtifacts): Promise<io.SaveResult> => {
    const { weightData, weightSpecs, modelTopology, format, generatedBy, convertedBy } = artifacts
    const bytes = tf.io.CompositeArrayBuffer.join(weightData as ArrayBuffer | ArrayBuffer[])
    const description = {
      format,
      generatedBy,
      convertedBy,
      modelTopology,
      weightsManifest: [{ paths: ['weights.bin'], weights: weightSpecs }],
    }
    await writeFile(join(folder, 'weights.bin'), Buffer.from(bytes))
    await writeFile(join(folder, 'model.json'), `${JSON.stringify(description, null, 1)}\n`)
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
  }
  await model.save(tf.io.withSaveHandler(save))
}

export async function loadLayersModel(tf: TensorFlow, folder: string): Promise<LayersModel> {
  const { modelTopology, weightSpecs, weightData } = await readLayersModel(folder)
  return tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }))
}

/** What saveLayersModel wrote: the topology, and all weights one after the other. */
export async function readLayersModel(folder: string) {
  const { weightsManifest, ...description } = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as io.ModelJSON
  const [{ paths, weights }] = weightsManifest
  const bytes = await readFile(join(folder, paths[0]))
  // A copy, as a Buffer may share its memory with others.
  return { ...description, weightSpecs: weights, weightData: Uint8Array.from(bytes).buffer }
}
