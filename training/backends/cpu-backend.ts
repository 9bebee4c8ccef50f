// TensorFlow.js in plain JavaScript: right on every machine, and hundreds of times slower than WebAssembly.
import * as core from '@tensorflow/tfjs-core'
import * as layers from '@tensorflow/tfjs-layers'
import '@tensorflow/tfjs-backend-cpu'
import type { TensorFlow, TrainingBackend } from './tensorflow'

export async function loadCpuBackend(): Promise<TrainingBackend> {
  const tf = { ...core, ...layers } as TensorFlow
  await tf.setBackend('cpu')
  return {
    tf,
    name: 'cpu',
    description: `plain JavaScript (tfjs-backend-cpu ${core.version_core}), one thread`,
    warning: 'This backend is for tests: a training takes days on it. `--backend wasm` needs nothing either.',
    accelerate: () => {},
  }
}
