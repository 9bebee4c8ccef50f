// Nesterov momentum with decoupled weight decay: gradients in, the variables moved in place.
import type { NamedTensorMap, Tensor, Variable } from '@tensorflow/tfjs-core'
import type { TensorFlow } from './backends/tensorflow'

export interface NesterovOptions {
  readonly momentum: number
  /** Share of a kernel that one step at learning rate 1 removes; biases and normalisation are not decayed. */
  readonly weightDecay: number
}

/** One velocity a variable; `velocities` are plain tensors that a checkpoint can read and write. */
export class Nesterov {
  readonly velocities: Variable[]

  constructor(
    private readonly tf: TensorFlow,
    private readonly variables: readonly Variable[],
    private readonly options: NesterovOptions,
  ) {
    this.velocities = variables.map((variable) => tf.tidy(() => tf.variable(tf.zerosLike(variable), false)))
  }

  /** Moves every variable by one step and disposes the gradients. */
  step(gradients: NamedTensorMap, learningRate: number): void {
    const { tf, options } = this
    this.variables.forEach((variable, index) => {
      const gradient = gradients[variable.name]
      const velocity = this.velocities[index]
      tf.tidy(() => {
        const moved: Tensor = tf.add(tf.mul(velocity, options.momentum), gradient)
        const ahead = tf.add(tf.mul(moved, options.momentum), gradient)
        // Kernels are the variables of rank 2 and more; `decay` multiplies what is left of them.
        const decay = variable.rank > 1 ? 1 - learningRate * options.weightDecay : 1
        const kept = decay === 1 ? variable : tf.mul(variable, decay)
        variable.assign(tf.sub(kept, tf.mul(ahead, learningRate)))
        velocity.assign(moved)
      })
      gradient.dispose()
    })
  }

  dispose(): void {
    this.tf.dispose(this.velocities)
  }
}
