// A batch in; normalised, and its gradient in closed form, by operations that every backend of TensorFlow.js has.
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core'
import type { Normalize } from './replace-batch-normalization'
import type { TensorFlow } from './tensorflow'

/** Ten passes over memory where the stock layer takes about fifty (Ioffe and Szegedy 2015, section 3). */
export function composedNormalization(tf: TensorFlow): Normalize {
  return (x, gamma, beta, epsilon) => {
    const mean = channelMeans(tf, x)
    const centred = tf.sub<Tensor4D>(x, mean)
    const variance = channelMeans(tf, tf.square(centred))
    const inverse = tf.rsqrt(tf.add(variance, epsilon))
    return {
      value: tf.add(tf.mul(centred, tf.mul(gamma, inverse)), beta),
      mean,
      variance,
      saved: [centred, gamma, inverse],
      gradient: (dy, [deviation, scale, factor]) => {
        const meanDy = channelMeans(tf, dy)
        const meanAlong = tf.mul(channelMeans(tf, tf.mul(dy, deviation)), factor) // of dy times the normalised input
        const slope = tf.mul(scale, factor)
        const along = tf.mul(deviation, tf.mul(tf.mul(slope, factor), meanAlong))
        const dx = tf.sub(tf.mul(dy, slope), tf.add(along, tf.mul(slope, meanDy)))
        const count = dy.size / scale.size
        return [dx, tf.mul(meanAlong, count), tf.mul(meanDy, count)]
      },
    }
  }
}

/**
 * Means over all but the last dimension, [C]. By pooling first: it reads the values where they lie, while a mean by axes
 * moves the channels to the front, and no float32 sum gets too many terms.
 */
function channelMeans(tf: TensorFlow, x: Tensor4D): Tensor {
  const [, height, width] = x.shape
  return tf.mean(tf.avgPool(x, [height, width], 1, 'valid'), [0, 1, 2])
}
