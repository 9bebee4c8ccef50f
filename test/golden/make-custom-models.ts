// Nothing in; test/golden/custom, two models that name the strongest colour of a picture, out.
// One has a manifest, one lies as Hugging Face lays its files out. Run: npx tsx test/golden/make-custom-models.ts
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs-layers'
import { tensor } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import { convertLayersModel } from 'tfjs-to-onnx'
import { floats, makeOnnx, node, valueInfo } from '../../packages/core/test/make-onnx'

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

rmSync(folder, { recursive: true, force: true })
await writeWithManifest()
writeHuggingFace()
