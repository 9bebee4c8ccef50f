// A network and a faster batch normalisation in; the same network out, without the slow habits of tfjs-layers.
import { usePlainConvolution } from './plain-convolution'
import { replaceBatchNormalization, type Normalize } from './replace-batch-normalization'
import type { Layer, LayersModel, TensorFlow } from './tensorflow'

/** `backendName`: where `normalize` computes, as tf.getBackend() calls it. */
export function accelerateLayers(tf: TensorFlow, model: LayersModel, normalize: Normalize, backendName: string): void {
  const isActive = () => tf.getBackend() === backendName
  for (const layer of model.layers) {
    if (layer.getClassName() === 'BatchNormalization') replaceBatchNormalization(tf, layer, normalize, isActive)
    if (isBareConvolution(layer)) usePlainConvolution(tf, layer)
  }
}

/** A convolution of NHWC pictures with neither bias, activation nor dilation, as all of the networks' are. */
function isBareConvolution(layer: Layer): boolean {
  const { useBias, activation, dataFormat, dilationRate } = layer.getConfig()
  const isPlain = useBias === false && activation === 'linear' && dataFormat === 'channelsLast'
  return layer.getClassName() === 'Conv2D' && isPlain && [dilationRate].flat().every((rate) => rate === 1)
}
