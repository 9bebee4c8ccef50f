// TensorFlow.js's types, as the proof uses them; and its two modules, core and layers.
import '@tensorflow/tfjs-backend-cpu'
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops' // The orthogonal initializer needs them.
import * as core from '@tensorflow/tfjs-core'
import * as layers from '@tensorflow/tfjs-layers'

export { core, layers }
export type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
export type { Tensor } from '@tensorflow/tfjs-core'
export type Layer = layers.layers.Layer
