// A layers model, its ONNX form and pictures in; how far each onnxruntime is from TensorFlow.js out.
import type { LayersModel, TensorFlow } from './backends/tensorflow'
import { outputNames } from './build-onnx'
import { compareProbabilities, type Parity } from './check-parity'
import { labels } from './dataset/labels'
import { softmaxRows } from './metrics'
import { predictLogits } from './predict-logits'
import type { ModelReport } from './report'
import { runOnnx, type OnnxRuntime } from './run-onnx'

const runtimes = { 'onnxruntime-node-cpu': 'onnxruntime-node', 'onnxruntime-web-wasm': 'onnxruntime-web' } as const

/** `pictures`: [N * 784], without labels. */
export async function measureParity(
  tf: TensorFlow,
  model: LayersModel,
  onnx: Uint8Array,
  temperature: number,
  pictures: Uint8Array,
): Promise<ModelReport['parity']> {
  const indices = Int32Array.from({ length: pictures.length / 784 }, (_, index) => index)
  const expected = softmaxRows(await predictLogits(tf, model, pictures, indices), labels.length, temperature)
  const compare = async (runtime: OnnxRuntime): Promise<Parity> => {
    const outputs = await runOnnx(runtime, onnx, pictures, indices, [outputNames.probabilities])
    return compareProbabilities(expected, outputs[outputNames.probabilities], labels.length)
  }
  const entries = Object.entries(runtimes).map(async ([name, runtime]) => [name, await compare(runtime)] as const)
  return Object.fromEntries(await Promise.all(entries)) as ModelReport['parity']
}
