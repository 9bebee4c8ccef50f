// One step of training: a batch of pictures and labels in, the variables moved, the loss out.
import type { Scalar, Tensor2D, Variable } from '@tensorflow/tfjs-core'
import type { LayersModel, TensorFlow } from './backends/tensorflow'
import { normalization } from './config'
import type { Nesterov } from './nesterov'

export interface TrainStepOptions {
  readonly learningRate: number
  readonly labelSmoothing: number
}

/** Variables that a gradient step moves, in the model's order. */
export function trainableVariables(model: LayersModel): Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as Variable)
}

/**
 * `pictures`: grey 0..1, [batch * 784]; `labels`: 0..9, [batch]. Returns the mean loss of the batch as a tensor,
 * so that the caller decides when to wait for its value; the caller disposes it.
 */
export function trainStep(
  tf: TensorFlow,
  model: LayersModel,
  optimizer: Nesterov,
  pictures: Float32Array,
  labels: Int32Array,
  options: TrainStepOptions,
): Scalar {
  return tf.tidy(() => {
    const input = normalizePictures(tf, pictures) // [batch, 28, 28, 1]
    const targets = tf.oneHot(labels, 10) as Tensor2D // [batch, 10]
    const { value, grads } = tf.variableGrads(() => {
      const logits = model.apply(input, { training: true }) as Tensor2D
      return tf.losses.softmaxCrossEntropy(targets, logits, undefined, options.labelSmoothing) as Scalar
    }, trainableVariables(model))
    optimizer.step(grads, options.learningRate)
    return value
  })
}

/** Grey 0..1 to the network's input, by the two operations that the exported graph repeats. */
export function normalizePictures(tf: TensorFlow, pictures: Float32Array) {
  const { mean, std } = normalization
  return tf.tidy(() => tf.mul(tf.sub(tf.tensor4d(pictures, [pictures.length / 784, 28, 28, 1]), mean), 1 / std))
}
