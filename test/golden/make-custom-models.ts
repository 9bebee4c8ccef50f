// Nothing in; test/golden/custom, models that name the strongest colour of a picture, out.
// One lies as Hugging Face lays its files out, the others have a manifest; two take no float32.
// Run: npx tsx test/golden/make-custom-models.ts
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs-layers'
import { tensor } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import { convertLayersModel } from 'tfjs-to-onnx'
import {
  AttributeType, FLOAT, FLOAT16, floats, makeOnnx, node, UINT8, valueInfo,
} from '../../packages/core/test/make-onnx'
import type { Graph } from '../../packages/core/test/make-onnx'
import { float16Bytes } from '../../packages/tfjs-to-onnx/src/weights/float16'

const folder = new URL('./custom/', import.meta.url)
const labels = ['red', 'green', 'blue']

/** Weights that prefer the label of the strongest channel. */
const diagonal = (value: number): number[] => [value, 0, 0, 0, value, 0, 0, 0, value]

function write(path: string, content: Uint8Array | object): void {
  const file = new URL(path, folder)
  mkdirSync(new URL('./', file), { recursive: true })
  writeFileSync(file, content instanceof Uint8Array ? content : `${JSON.stringify(content, null, 2)}\n`)
}

/** Channels last, probabilities alone, made by tfjs-to-onnx. */
async function writeWithManifest(): Promise<void> {
  const model = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [10, 12, 3], name: 'picture' }),
      tf.layers.globalAveragePooling2d({ name: 'means', dataFormat: 'channelsLast' }),
      tf.layers.dense({ units: 3, useBias: false, activation: 'softmax', name: 'scores' }),
    ],
  })
  model.getLayer('scores').setWeights([tensor(diagonal(3), [3, 3])])
  const { bytes, report } = await convertLayersModel(model, { outputs: [{ name: 'scores' }] })
  write('manifest/model.onnx', bytes)
  write('manifest/manifest.json', {
    manifestVersion: 1,
    name: 'colours',
    labels,
    input: {
      name: report.inputs[0].name,
      type: 'float32',
      layout: 'NHWC',
      width: 12,
      height: 10,
      channels: 3,
      range: [-1, 1],
      resize: { method: 'bilinear', fit: 'exact', width: 12, height: 10 },
      normalization: { value: { mean: 0, std: 1 }, applied: 'in-pipeline' },
    },
    outputs: { probabilities: 'scores' },
    file: 'model.onnx',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  })
}

/** Channels first, logits alone, every size open, as optimum exports it. */
function writeHuggingFace(): void {
  const colours = (strength: number) =>
    makeOnnx({
      name: 'colours',
      input: [valueInfo('pixel_values', ['batch_size', 'num_channels', 'height', 'width'])],
      output: [valueInfo('logits', ['batch_size', 3])],
      node: [
        node('GlobalAveragePool', ['pixel_values'], ['means']),
        node('Flatten', ['means'], ['flat']),
        node('MatMul', ['flat', 'weight'], ['logits']),
      ],
      initializer: [floats('weight', diagonal(strength), [3, 3])],
    })
  write('hugging-face/onnx/model.onnx', colours(1))
  write('hugging-face/onnx/model_quantized.onnx', colours(2))
  write('hugging-face/config.json', {
    _name_or_path: 'stylelens/colours',
    model_type: 'clip',
    id2label: { 0: 'red', 1: 'green', 2: 'blue' },
  })
  write('hugging-face/preprocessor_config.json', {
    crop_size: { height: 16, width: 16 },
    do_center_crop: true,
    do_convert_rgb: true,
    do_normalize: true,
    do_rescale: true,
    do_resize: true,
    image_mean: [0.485, 0.456, 0.406],
    image_processor_type: 'CLIPImageProcessor',
    image_std: [0.229, 0.224, 0.225],
    resample: 3,
    rescale_factor: 0.00392156862745098,
    size: { shortest_edge: 20 },
  })
}

/** Takes the levels of the picture and scales them itself, as mobile models do. */
function bytesGraph(): Graph {
  const toFloat = { name: 'to', type: AttributeType.INT, i: BigInt(FLOAT) }
  return {
    name: 'colours',
    input: [valueInfo('picture', ['N', 3, 8, 8], UINT8)],
    output: [valueInfo('logits', ['N', 3])],
    node: [
      node('Cast', ['picture'], ['levels'], [toFloat]),
      node('GlobalAveragePool', ['levels'], ['means']),
      node('Flatten', ['means'], ['flat']),
      node('MatMul', ['flat', 'weight'], ['logits']),
    ],
    initializer: [floats('weight', diagonal(1 / 32), [3, 3])],
  }
}

/** Computes with 16 bits from its input to its output. */
function halvesGraph(): Graph {
  return {
    name: 'colours',
    input: [valueInfo('picture', ['N', 3, 8, 8], FLOAT16)],
    output: [valueInfo('logits', ['N', 3], FLOAT16)],
    node: [
      node('GlobalAveragePool', ['picture'], ['means']),
      node('Flatten', ['means'], ['flat']),
      node('MatMul', ['flat', 'weight'], ['logits']),
    ],
    initializer: [{
      name: 'weight',
      dataType: FLOAT16,
      dims: [3n, 3n],
      rawData: float16Bytes(Float64Array.from(diagonal(2))),
    }],
  }
}

function writeTyped(type: 'uint8' | 'float16', graph: Graph): void {
  write(`${type}/model.onnx`, makeOnnx(graph))
  write(`${type}/manifest.json`, {
    manifestVersion: 1,
    name: `colours-${type}`,
    labels,
    input: {
      name: 'picture',
      type,
      layout: 'NCHW',
      width: 8,
      height: 8,
      channels: 3,
      range: type === 'uint8' ? [0, 255] : [-1, 1],
      resize: { method: 'bilinear', fit: 'exact', width: 8, height: 8 },
      normalization: { value: { mean: 0, std: 1 }, applied: type === 'uint8' ? 'in-graph' : 'in-pipeline' },
    },
    outputs: { logits: 'logits' },
  })
}

rmSync(folder, { recursive: true, force: true })
await writeWithManifest()
writeHuggingFace()
writeTyped('uint8', bytesGraph())
writeTyped('float16', halvesGraph())
