// One step of training: a batch of pictures and targets in, the variables moved, the loss out.
import type { Scalar, Tensor2D, Variable } from '@tensorflow/tfjs-core'
import type { Batch } from './batch-source'
import type { LayersModel, TensorFlow } from './backends/tensorflow'
import { normalization } from './config'
import type { Nesterov } from './nesterov'

export interface TrainStepOptions {
  readonly learningRate: number
  readonly labelSmoothing: number
  /** How a teacher's logits count, where the batch has them. */
  readonly distillation?: { readonly temperature: number; readonly weight: number }
}

/** Variables that a gradient step moves, in the model's order. */
export function trainableVariables(model: LayersModel): Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as Variable)
}

/** Returns the mean loss of the batch as a tensor: the caller decides when to wait for its value, and disposes it. */
export function trainStep(
  tf: TensorFlow,
  model: LayersModel,
  optimizer: Nesterov,
  batch: Batch,
  options: TrainStepOptions,
): Scalar {
  return tf.tidy(() => {
    const input = normalizePictures(tf, batch.pictures) // [batch, 28, 28, 1]
    const targets = tf.tensor2d(batch.targets, [batch.targets.length / 10, 10])
    const { value, grads } = tf.variableGrads(() => {
      const logits = model.apply(input, { training: true }) as Tensor2D
      const loss = tf.losses.softmaxCrossEntropy(targets, logits, undefined, options.labelSmoothing) as Scalar
      return withTeacher(tf, loss, logits, batch.teacher, options.distillation)
    }, trainableVariables(model))
    optimizer.step(grads, options.learningRate)
    return value
  })
}

/** Hinton et al. 2015: softened answers are compared; the square of the temperature keeps the gradient's size. */
function withTeacher(
  tf: TensorFlow,
  labelLoss: Scalar,
  logits: Tensor2D,
  teacher: Float32Array | undefined,
  distillation: TrainStepOptions['distillation'],
): Scalar {
  if (teacher === undefined || distillation === undefined) return labelLoss
  const { temperature, weight } = distillation
  const answers = tf.softmax(tf.div(tf.tensor2d(teacher, [teacher.length / 10, 10]), temperature)) as Tensor2D
  const difference = tf.losses.softmaxCrossEntropy(answers, tf.div(logits, temperature))
  return tf.add(tf.mul(difference, weight * temperature ** 2), tf.mul(labelLoss, 1 - weight))
}

/** Grey 0..1 to the network's input, by the two operations that the exported graph repeats. */
export function normalizePictures(tf: TensorFlow, pictures: Float32Array) {
  const { mean, std } = normalization
  return tf.tidy(() => tf.mul(tf.sub(tf.tensor4d(pictures, [pictures.length / 784, 28, 28, 1]), mean), 1 / std))
}
