// A batch normalisation layer and a way to compute its training step in; the same layer out, trained by that step.
import type { Tensor, Tensor1D, Tensor4D } from '@tensorflow/tfjs-core'
import type { Layer, TensorFlow } from './tensorflow'

/** One training step of the layer, forward, and how to go back. */
export interface NormalizationStep {
  /** Normalised, scaled and shifted, [N, H, W, C]. */
  readonly value: Tensor
  /** Of this batch, [C]; the variance is the biased one. */
  readonly mean: Tensor
  readonly variance: Tensor
  /** What `gradient` needs. */
  readonly saved: readonly Tensor[]
  /** Gradients by x, gamma and beta. */
  gradient(dy: Tensor4D, saved: readonly Tensor[]): [Tensor, Tensor, Tensor]
}

export type Normalize = (x: Tensor4D, gamma: Tensor1D, beta: Tensor1D, epsilon: number) => NormalizationStep

interface LayerVariable {
  read(): Tensor
  write(value: Tensor): unknown
}

/** What tfjs-layers keeps in a batch normalisation layer. */
interface BatchNormalization {
  readonly epsilon: number
  readonly momentum: number
  readonly gamma: LayerVariable
  readonly beta: LayerVariable
  readonly movingMean: LayerVariable
  readonly movingVariance: LayerVariable
  call(inputs: Tensor | Tensor[], callOptions: { training?: boolean }): Tensor | Tensor[]
}

/**
 * Stock tfjs composes the training step of this layer of some fifty full-size operations. `isActive` says whether the
 * backend of `normalize` computes now; the layer is the stock one otherwise, and for other ranks than 4.
 */
export function replaceBatchNormalization(
  tf: TensorFlow,
  layer: Layer,
  normalize: Normalize,
  isActive: () => boolean,
): void {
  const fields = layer as unknown as BatchNormalization
  const stock = fields.call.bind(layer)
  fields.call = (inputs, callOptions) => {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor4D
    if (callOptions.training !== true || x.rank !== 4 || !isActive()) return stock(inputs, callOptions)
    const step = tf.customGrad((...values) => {
      const [input, gamma, beta] = values as [Tensor4D, Tensor1D, Tensor1D]
      const { value, mean, variance, saved, gradient } = normalize(input, gamma, beta, fields.epsilon)
      moveTowards(tf, fields.movingMean, mean, fields.momentum)
      moveTowards(tf, fields.movingVariance, variance, fields.momentum)
      const save = values[3] as unknown as (tensors: readonly Tensor[]) => void
      save(saved)
      return { value, gradFunc: gradient as (dy: Tensor, kept: Tensor[]) => Tensor[] }
    })
    return step(x, fields.gamma.read(), fields.beta.read())
  }
}

function moveTowards(tf: TensorFlow, variable: LayerVariable, value: Tensor, momentum: number): void {
  const moved = tf.tidy(() => tf.add(tf.mul(variable.read(), momentum), tf.mul(value, 1 - momentum)))
  variable.write(moved)
  moved.dispose()
}
