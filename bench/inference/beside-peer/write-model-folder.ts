// A folder and the name of a network in; a Hugging Face style folder of it, which both SDKs load, out.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { convertLayersModel } from 'tfjs-to-onnx'
import type { TensorFlow } from '../../../training/backends/tensorflow'
import { benchNetworks, makeNetwork, type BenchNetworkName } from './make-network'

/** Writes `<parent>/<name>/` with config.json, preprocessor_config.json and onnx/model.onnx. */
export async function writeModelFolder(tf: TensorFlow, parent: string, name: BenchNetworkName): Promise<string> {
  const network = benchNetworks[name]
  const folder = join(parent, name)
  const model = makeNetwork(tf, network)
  const { bytes } = await convertLayersModel(model, {
    inputLayout: 'nchw-f32', input: { name: 'pixel_values' }, outputs: [{ name: 'logits' }],
  })
  model.dispose()
  await mkdir(join(folder, 'onnx'), { recursive: true })
  await writeFile(join(folder, 'onnx', 'model.onnx'), bytes)
  await writeFile(join(folder, 'config.json'), JSON.stringify(configOf(network.classes)))
  await writeFile(join(folder, 'preprocessor_config.json'), JSON.stringify(preprocessorOf(network.side)))
  return folder
}

/** The name of a class is its number. */
function configOf(classes: number): object {
  const id2label = Object.fromEntries(Array.from({ length: classes }, (_, index) => [index, String(index)]))
  return { model_type: 'mobilenet_v1', architectures: ['MobileNetV1ForImageClassification'], id2label }
}

function preprocessorOf(side: number): object {
  return {
    image_processor_type: 'ViTImageProcessor',
    do_resize: true,
    size: { height: side, width: side },
    resample: 2,
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: true,
    image_mean: [0.5, 0.5, 0.5],
    image_std: [0.5, 0.5, 0.5],
  }
}
