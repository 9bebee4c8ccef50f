// A tfjs model comes in; the same model with every weight drawn at random, moving statistics included, goes out.
import * as tf from '@tensorflow/tfjs-core'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import { seededRandom } from './seeded-random'

/** Kernels are scaled by their fan-in, so that deep networks neither vanish nor explode; variances stay positive. */
export function randomizeWeights<Model extends LayersModel>(model: Model, seed = 1): Model {
  const random = seededRandom(seed)
  const weights = model.weights.map(({ shape, originalName }) => {
    const sizes = shape.map(Number)
    const fanIn = sizes.slice(0, -1).reduce((product, size) => product * size, 1)
    const [low, high] = rangeOf(originalName, fanIn)
    const numbers = Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, () => low + (high - low) * random())
    return tf.tensor(numbers, sizes)
  })
  model.setWeights(weights)
  tf.dispose(weights)
  return model
}

function rangeOf(name: string, fanIn: number): [number, number] {
  if (name.endsWith('variance')) return [0.3, 2.5]
  if (name.endsWith('gamma')) return [-1.5, 1.5]
  if (name.endsWith('kernel')) return [-2 / Math.sqrt(fanIn), 2 / Math.sqrt(fanIn)]
  return [-1, 1]
}
