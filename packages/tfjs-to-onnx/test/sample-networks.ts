// Nothing in; small networks with drawn weights, to be saved and converted by tests, out.
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import * as layers from '@tensorflow/tfjs-layers'
import { randomizeWeights } from './random-weights'

tf.env().set('PROD', true)

/** A convolution with a normalisation that can be folded, and a head: [N, 9, 8, 3] to [N, 4]. */
export function convolutionalNetwork(): layers.LayersModel {
  return randomizeWeights(layers.sequential({
    name: 'small',
    layers: [
      layers.layers.conv2d({ inputShape: [9, 8, 3], filters: 8, kernelSize: 3, useBias: false, name: 'conv' }),
      layers.layers.batchNormalization({ name: 'norm' }),
      layers.layers.reLU({ name: 'relu' }),
      layers.layers.globalAveragePooling2d({ name: 'mean' }),
      layers.layers.dense({ units: 4, activation: 'softmax', name: 'head' }),
    ] as layers.layers.Layer[],
  }))
}

/** [N, 6, 5] to [N, 3]; saved with the initializers that tfjs takes by default. */
export function recurrentNetwork(): layers.LayersModel {
  const model = randomizeWeights(layers.sequential({
    name: 'recurrent',
    layers: [
      layers.layers.lstm({ inputShape: [6, 5], units: 4, recurrentInitializer: 'zeros', name: 'steps' }),
      layers.layers.dense({ units: 3, name: 'head' }),
    ],
  }))
  return model
}
