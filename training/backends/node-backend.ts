// TensorFlow.js on TensorFlow's C library (tfjs-node), with the fused gradients in place.
import type { BackendOptions } from './backend-options'
import { fuseBatchNormalization } from './fuse-batch-normalization'
import { fuseReluGradient } from './fuse-relu-gradient'
import { openNativeTensorFlow } from './open-native-tensorflow'
import { usePlainConvolution } from './plain-convolution'
import type { Layer, TrainingBackend } from './tensorflow'

export async function loadNodeBackend({ threads }: BackendOptions): Promise<TrainingBackend> {
  const { tf, software } = openNativeTensorFlow(threads)
  fuseReluGradient(tf)
  return {
    tf,
    name: 'node',
    description: `${software}, fused batch-norm and ReLU gradients`,
    accelerate: (model) => {
      for (const layer of model.layers) {
        if (layer.getClassName() === 'BatchNormalization') fuseBatchNormalization(tf, layer)
        if (isBareConvolution(layer)) usePlainConvolution(tf, layer)
      }
    },
  }
}

/** A convolution of NHWC pictures with neither bias, activation nor dilation, as all of the networks' are. */
function isBareConvolution(layer: Layer): boolean {
  const { useBias, activation, dataFormat, dilationRate } = layer.getConfig()
  const isPlain = useBias === false && activation === 'linear' && dataFormat === 'channelsLast'
  return layer.getClassName() === 'Conv2D' && isPlain && [dilationRate].flat().every((rate) => rate === 1)
}
