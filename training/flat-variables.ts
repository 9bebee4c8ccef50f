// Variables of any shapes in; the same numbers as one vector, and back.
import type { Tensor, Tensor1D, Variable } from '@tensorflow/tfjs-core'
import type { TensorFlow } from './backends/tensorflow'

export class FlatVariables {
  /** Numbers in all variables together. */
  readonly size: number

  constructor(
    private readonly tf: TensorFlow,
    readonly variables: readonly Variable[],
  ) {
    this.size = variables.reduce((sum, variable) => sum + variable.size, 0)
  }

  /** Tensors of the variables' shapes, in their order, as one vector [size]. */
  flatten(tensors: readonly Tensor[]): Tensor1D {
    const { tf } = this
    return tf.tidy(() => tf.concat1d(tensors.map((tensor) => tf.reshape(tensor, [tensor.size]) as Tensor1D)))
  }

  /** The vector's parts, in the variables' shapes. The caller disposes them. */
  split(vector: Tensor): Tensor[] {
    const { tf, variables } = this
    return tf.tidy(() => {
      const sizes = variables.map(({ size }) => size)
      return tf.split(vector, sizes).map((part, index) => tf.reshape(part, variables[index].shape))
    })
  }

  /** Gives every variable its part of the vector. */
  assign(vector: Tensor): void {
    this.tf.tidy(() => this.split(vector).forEach((part, index) => this.variables[index].assign(part)))
  }
}
