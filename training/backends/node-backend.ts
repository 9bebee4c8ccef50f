// TensorFlow.js on TensorFlow's C library (tfjs-node), with the fused gradients in place.
import { accelerateLayers } from './accelerate-layers'
import type { BackendOptions } from './backend-options'
import { fuseReluGradient } from './fuse-relu-gradient'
import { nativeNormalization } from './native-normalization'
import { openNativeTensorFlow } from './open-native-tensorflow'
import type { TrainingBackend } from './tensorflow'

export async function loadNodeBackend({ threads }: BackendOptions): Promise<TrainingBackend> {
  const { tf, software } = openNativeTensorFlow(threads)
  fuseReluGradient(tf)
  return {
    tf,
    name: 'node',
    description: `${software}, fused batch-norm and ReLU gradients`,
    accelerate: (model) => accelerateLayers(tf, model, nativeNormalization(tf), 'tensorflow'),
  }
}
