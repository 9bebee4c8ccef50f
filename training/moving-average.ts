// An exponential moving average of a model's weights, batch-norm statistics included.
import type { Tensor, Variable } from '@tensorflow/tfjs-core'
import type { LayersModel, TensorFlow } from './backends/tensorflow'
import { FlatVariables } from './flat-variables'

export class MovingAverage {
  /** All averaged weights as one vector, in the model's order. */
  readonly average: Variable
  private readonly weights: FlatVariables

  /** `decay` is the share of the old average that one update keeps. */
  constructor(
    private readonly tf: TensorFlow,
    private readonly model: LayersModel,
    private readonly decay: number,
  ) {
    this.weights = new FlatVariables(tf, model.getWeights() as Variable[])
    this.average = tf.tidy(() => tf.variable(this.weights.flatten(this.weights.variables), false))
  }

  /** Moves the average towards the model. Early in a run the average is younger than its horizon and follows faster. */
  update(updateCount: number): void {
    const { tf, average, weights } = this
    const decay = Math.min(this.decay, (1 + updateCount) / (10 + updateCount))
    tf.tidy(() => {
      const current = weights.flatten(weights.variables)
      average.assign(tf.add(tf.mul(average, decay), tf.mul(current, 1 - decay)))
    })
  }

  /** Runs `action` while the model holds the averaged weights, then gives it its own back. */
  async swapIn<Result>(action: () => Result | Promise<Result>): Promise<Result> {
    const own: Tensor[] = this.model.getWeights().map((weight) => weight.clone())
    this.weights.assign(this.average)
    try {
      return await action()
    } finally {
      this.model.setWeights(own)
      this.tf.dispose(own)
    }
  }
}
