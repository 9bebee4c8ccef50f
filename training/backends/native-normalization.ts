// A batch in; normalised by one TensorFlow kernel forward and one backward, on tfjs-node.
import type { Normalize } from './replace-batch-normalization'
import { attribute, operationRunner } from './tensorflow-operations'
import type { TensorFlow } from './tensorflow'

/** Agrees with the stock layer to float32 rounding. */
export function nativeNormalization(tf: TensorFlow): Normalize {
  return (x, gamma, beta, epsilon) => {
    const runner = operationRunner(tf)
    const attributes = [
      attribute.float32('T'),
      attribute.float32('U'),
      attribute.float('epsilon', epsilon),
      attribute.string('data_format', 'NHWC'),
      attribute.boolean('is_training', true),
    ]
    const empty = tf.tensor1d([])
    const [value, mean, variance, ...reserved] = runner.executeMultipleOutputs(
      'FusedBatchNormV3',
      [...attributes, attribute.float('exponential_avg_factor', 1)],
      [x, gamma, beta, empty, empty],
      6,
    )
    const count = x.size / mean.size // the kernel's variance is the unbiased one; tfjs keeps the biased
    return {
      value,
      mean,
      variance: tf.mul(variance, (count - 1) / count),
      saved: [x, gamma, ...reserved],
      gradient: (dy, [input, scale, ...reserves]) => {
        const inputs = [dy, input, scale, ...reserves]
        const [dx, dGamma, dBeta] = runner.executeMultipleOutputs('FusedBatchNormGradV3', attributes, inputs, 5)
        return [dx, dGamma, dBeta]
      },
    }
  }
}
