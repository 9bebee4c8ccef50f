// A deep network comes in; the same with random weights that neither drown its input nor let it explode goes out.
import * as tf from '@tensorflow/tfjs-core'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import { seededRandom } from '../seeded-random'

/** Kernels as He et al. 2015 draw them; small offsets, so that what a picture changes is still seen at the end. */
export function enliven<Model extends LayersModel>(model: Model, seed = 1): Model {
  const random = seededRandom(seed)
  const weights = model.weights.map(({ shape, originalName }) => {
    const sizes = shape.map(Number)
    const [low, high] = rangeOf(originalName, sizes)
    const numbers = Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, () => low + (high - low) * random())
    return tf.tensor(numbers, sizes)
  })
  model.setWeights(weights)
  tf.dispose(weights)
  return model
}

function rangeOf(name: string, sizes: readonly number[]): [number, number] {
  if (name.endsWith('variance')) return [0.4, 1]
  if (name.endsWith('gamma')) return [0.5, 1]
  if (!name.endsWith('kernel')) return [-0.2, 0.2]
  // A depthwise kernel [h, w, in, multiplier] sums over its window only.
  const summed = name.endsWith('depthwise_kernel') ? sizes.slice(0, 2) : sizes.slice(0, -1)
  const limit = Math.sqrt(6 / summed.reduce((product, size) => product * size, 1))
  return [-limit, limit]
}
