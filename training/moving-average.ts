// An exponential moving average of a model's weights, batch-norm statistics included.
import type { Tensor, Variable } from '@tensorflow/tfjs-core'
import type { LayersModel, TensorFlow } from './backends/tensorflow'

export class MovingAverage {
  readonly averages: Variable[]

  /** `decay` is the share of the old average that one update keeps. */
  constructor(
    private readonly tf: TensorFlow,
    private readonly model: LayersModel,
    private readonly decay: number,
  ) {
    this.averages = model.getWeights().map((weight) => tf.tidy(() => tf.variable(tf.clone(weight), false)))
  }

  /** Moves the average towards the model. Early in a run the average is younger than its horizon and follows faster. */
  update(updateCount: number): void {
    const { tf } = this
    const decay = Math.min(this.decay, (1 + updateCount) / (10 + updateCount))
    this.model.getWeights().forEach((weight, index) => {
      const average = this.averages[index]
      tf.tidy(() => average.assign(tf.add(tf.mul(average, decay), tf.mul(weight, 1 - decay))))
    })
  }

  /** Runs `action` while the model holds the averaged weights, then gives it its own back. */
  async swapIn<Result>(action: () => Result | Promise<Result>): Promise<Result> {
    const own: Tensor[] = this.model.getWeights().map((weight) => weight.clone())
    this.model.setWeights(this.averages)
    try {
      return await action()
    } finally {
      this.model.setWeights(own)
      this.tf.dispose(own)
    }
  }

  dispose(): void {
    this.tf.dispose(this.averages)
  }
}
