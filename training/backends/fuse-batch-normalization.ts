// A batch normalisation layer in; the same layer out, training by one TensorFlow kernel forward and one backward.
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core'
import { attribute, hasOperations, operationRunner } from './tensorflow-operations'
import type { Layer, TensorFlow } from './tensorflow'

interface LayerVariable {
  read(): Tensor
  write(value: Tensor): unknown
}
type Call = (inputs: Tensor | Tensor[], callOptions: { training?: boolean }) => Tensor | Tensor[]

/** What tfjs-layers keeps in a batch normalisation layer. */
interface BatchNormalization {
  readonly epsilon: number
  readonly momentum: number
  readonly gamma: LayerVariable
  readonly beta: LayerVariable
  readonly movingMean: LayerVariable
  readonly movingVariance: LayerVariable
  call: Call
}

/**
 * Stock tfjs composes the training step of this layer of some fifty full-size operations; TensorFlow has FusedBatchNormV3.
 * The values agree to float32 rounding.
 */
export function fuseBatchNormalization(tf: TensorFlow, layer: Layer): void {
  const fields = layer as unknown as BatchNormalization
  const stock = fields.call.bind(layer)
  fields.call = (inputs, callOptions) => {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor4D
    if (callOptions.training !== true || x.rank !== 4 || !hasOperations(tf)) return stock(inputs, callOptions)
    const normalize = tf.customGrad((...values) => {
      const [input, gamma, beta] = values as Tensor[]
      const save = values[3] as unknown as (tensors: Tensor[]) => void
      return fusedStep(tf, fields, input, gamma, beta, save)
    })
    return normalize(x, fields.gamma.read(), fields.beta.read())
  }
}

function fusedStep(
  tf: TensorFlow,
  fields: BatchNormalization,
  x: Tensor,
  gamma: Tensor,
  beta: Tensor,
  save: (tensors: Tensor[]) => void,
) {
  const runner = operationRunner(tf)
  const attributes = [
    attribute.float32('T'),
    attribute.float32('U'),
    attribute.float('epsilon', fields.epsilon),
    attribute.string('data_format', 'NHWC'),
  ]
  const empty = tf.tensor1d([])
  const forward = [...attributes, attribute.boolean('is_training', true), attribute.float('exponential_avg_factor', 1)]
  const [value, mean, variance, ...reserved] = runner.executeMultipleOutputs(
    'FusedBatchNormV3',
    forward,
    [x, gamma, beta, empty, empty],
    6,
  )
  moveTowards(tf, fields.movingMean, mean, fields.momentum)
  const count = x.size / mean.size // the kernel's variance is the unbiased one; tfjs keeps the biased
  moveTowards(tf, fields.movingVariance, tf.mul(variance, (count - 1) / count), fields.momentum)
  save([x, gamma, ...reserved])
  const gradFunc = (dy: Tensor, saved: Tensor[]) => {
    const [input, scale, ...reserves] = saved
    const backward = [...attributes, attribute.boolean('is_training', true)]
    return runner
      .executeMultipleOutputs('FusedBatchNormGradV3', backward, [dy, input, scale, ...reserves], 5)
      .slice(0, 3)
  }
  return { value, gradFunc: gradFunc as (dy: Tensor, saved: Tensor[]) => Tensor | Tensor[] }
}

function moveTowards(tf: TensorFlow, variable: LayerVariable, value: Tensor, momentum: number): void {
  const moved = tf.tidy(() => tf.add(tf.mul(variable.read(), momentum), tf.mul(value, 1 - momentum)))
  variable.write(moved)
  moved.dispose()
}
