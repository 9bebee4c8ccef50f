// A live model and a folder in; model.json and its weights, in several files or with small numbers if wanted, there out.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFloat16 } from '@petamoriken/float16'
import * as tf from '@tensorflow/tfjs-core'
import type { LayersModel } from '@tensorflow/tfjs-layers'

export interface SavingOptions {
  /** Files that the weights are cut into, wherever the cut falls; default 1. */
  readonly shards?: number
  /** As tensorflowjs_converter --quantize_* does it. */
  readonly quantization?: 'uint8' | 'uint16' | 'float16'
}

export interface SavedDescription {
  modelTopology: unknown
  weightsManifest: { paths: string[], weights: tf.io.WeightsManifestEntry[] }[]
  [key: string]: unknown
}

/** `change` may spoil the description before it is written. @returns the path of model.json. */
export async function saveModel(
  model: LayersModel,
  folder: string,
  { shards = 1, quantization }: SavingOptions = {},
  change: (description: SavedDescription) => void = () => undefined,
): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'model.json')
  await model.save(tf.io.withSaveHandler(async ({ modelTopology, weightSpecs = [], weightData, ...rest }) => {
    const buffer = tf.io.CompositeArrayBuffer.join(weightData as ArrayBuffer)
    const whole = { weights: weightSpecs, bytes: buffer }
    const { weights, bytes } = quantization ? quantize(weightSpecs, buffer, quantization) : whole
    const paths = cut(new Uint8Array(bytes), shards).map((part, index, { length }) => {
      const name = `group1-shard${index + 1}of${length}.bin`
      writeFileSync(join(folder, name), part)
      return name
    })
    const description: SavedDescription = { ...rest, modelTopology, weightsManifest: [{ paths, weights }] }
    change(description)
    writeFileSync(path, JSON.stringify(description))
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
  }))
  return path
}

function cut(bytes: Uint8Array, parts: number): Uint8Array[] {
  const length = Math.ceil(bytes.length / parts) | 1 // an odd length cuts through a number
  return Array.from({ length: parts }, (_, part) =>
    bytes.subarray(part * length, part === parts - 1 ? bytes.length : (part + 1) * length))
}

function quantize(specs: tf.io.WeightsManifestEntry[], buffer: ArrayBuffer, dtype: 'uint8' | 'uint16' | 'float16') {
  let offset = 0
  const quantized = specs.map((spec) => {
    const size = spec.shape.reduce((product, length) => product * length, 1)
    const numbers = new Float32Array(buffer, offset, size)
    offset += size * 4
    return quantizeOne(spec, numbers, dtype)
  })
  const bytes = tf.io.CompositeArrayBuffer.join(quantized.map(one => one.bytes))
  return { weights: quantized.map(one => one.weights), bytes }
}

function quantizeOne(spec: tf.io.WeightsManifestEntry, numbers: Float32Array, dtype: 'uint8' | 'uint16' | 'float16') {
  if (dtype === 'float16') {
    const view = new DataView(new ArrayBuffer(numbers.length * 2))
    numbers.forEach((number, index) => setFloat16(view, index * 2, number, true))
    return { weights: { ...spec, quantization: { dtype, original_dtype: 'float32' as const } }, bytes: view.buffer }
  }
  const [min, max] = [Math.min(...numbers), Math.max(...numbers)]
  const scale = (max - min) / (dtype === 'uint8' ? 255 : 65535) || 1
  const whole = numbers.map(number => Math.round((number - min) / scale))
  const bytes = dtype === 'uint8' ? Uint8Array.from(whole).buffer : Uint16Array.from(whole).buffer
  return { weights: { ...spec, quantization: { dtype, scale, min, original_dtype: 'float32' as const } }, bytes }
}
