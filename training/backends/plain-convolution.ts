// A convolution layer in; the same layer out, whose gradient leaves out what nobody asks for.
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core'
import type { Layer, TensorFlow } from './tensorflow'

/** What tfjs-layers keeps in a convolution layer. */
interface Convolution {
  readonly kernel: { read(): Tensor }
  readonly strides: [number, number]
  readonly padding: 'same' | 'valid'
  call(inputs: Tensor | Tensor[], callOptions: object): Tensor | Tensor[]
}

/**
 * For a layer without bias and activation. tfjs-layers calls the fused operation, whose gradient always computes the
 * part for the input, also where that is the picture itself; the plain one computes the kernel's part alone there.
 */
export function usePlainConvolution(tf: TensorFlow, layer: Layer): void {
  const fields = layer as unknown as Convolution
  fields.call = (inputs) => {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor4D
    return tf.conv2d(x, fields.kernel.read() as Tensor4D, fields.strides, fields.padding)
  }
}
