// TensorFlow.js on WebAssembly, with the gradients it lacks: trains wherever npm installs, some hundred times faster than plain JavaScript.
import * as core from '@tensorflow/tfjs-core'
import * as layers from '@tensorflow/tfjs-layers'
import { version_wasm as version } from '@tensorflow/tfjs-backend-wasm'
import { accelerateLayers } from './accelerate-layers'
import { composedNormalization } from './composed-normalization'
import type { TensorFlow, TrainingBackend } from './tensorflow'
import { registerWasmGradients } from './wasm/register-gradients'

export async function loadWasmBackend(): Promise<TrainingBackend> {
  const tf = { ...core, ...layers } as TensorFlow
  registerWasmGradients(tf)
  await tf.setBackend('wasm')
  return {
    tf,
    name: 'wasm',
    // In Node the backend has no threads, so the same seed gives the same weights.
    description: `WebAssembly (tfjs-backend-wasm ${version}), one thread, gradients of this project`,
    accelerate: (model) => accelerateLayers(tf, model, composedNormalization(tf), 'wasm'),
  }
}
