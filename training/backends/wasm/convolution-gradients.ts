// The gradient by a convolution's output in; the gradients by its filter and by its input, as convolutions, out.
import type { TensorInfo } from '@tensorflow/tfjs-core'
import type { ConvolutionGeometry } from './convolution-geometry'
import type { KernelChain } from './kernel-chain'

/**
 * dW is the input, channels as pictures, convolved with dy as one large filter: the backend's convolution walks over
 * both in blocks (an im2col without the copy) and multiplies matrices. Returns [height, width, in, out].
 */
export function filterGradient(chain: KernelChain, x: TensorInfo, dy: TensorInfo, geometry: ConvolutionGeometry) {
  const padded = padInput(chain, x, geometry)
  const pictures = chain.transpose(padded, [3, 1, 2, 0]) // [in, H, W, N]
  const filter = chain.transpose(dy, [1, 2, 0, 3]) // [Ho, Wo, N, out]
  const { kernel, strides } = geometry
  const settings = { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [...strides] }
  const convolved = chain.run('Conv2D', { x: pictures, filter }, settings) // [in, kernel + rest, kernel + rest, out]
  const gradient = chain.slice(convolved, [0, 0, 0, 0], [x.shape[3], ...kernel, dy.shape[3]])
  return chain.transpose(gradient, [1, 2, 0, 3])
}

/** dX is dy, spread by the strides, convolved with the filter turned by half a turn. Returns the input's shape. */
export function inputGradient(chain: KernelChain, dy: TensorInfo, filter: TensorInfo, geometry: ConvolutionGeometry) {
  const turned = chain.run('Reverse', { x: filter }, { dims: [0, 1] })
  const swapped = chain.transpose(turned, [0, 1, 3, 2]) // [height, width, out, in]
  const settings = { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [1, 1] }
  return chain.run('Conv2D', { x: spread(chain, dy, geometry), filter: swapped }, settings)
}

/** The input with the zeros around it that the convolution reads. */
export function padInput(chain: KernelChain, x: TensorInfo, geometry: ConvolutionGeometry): TensorInfo {
  const { kernel, strides, input, output, before } = geometry
  const after = [0, 1].map((axis) =>
    Math.max(0, (output[axis] - 1) * strides[axis] + kernel[axis] - input[axis] - before[axis]),
  )
  return chain.pad(x, [[0, 0], [before[0], after[0]], [before[1], after[1]], [0, 0]])
}

/** dy with zeros between its values, one stride apart, and around them: a full convolution then gives the input's size. */
export function spread(chain: KernelChain, dy: TensorInfo, geometry: ConvolutionGeometry): TensorInfo {
  const { kernel, strides, input, output, before } = geometry
  const [count, height, width, channels] = dy.shape
  const apart = chain.reshape(dy, [count, height, 1, width, 1, channels])
  const gaps = chain.pad(apart, [[0, 0], [0, 0], [0, strides[0] - 1], [0, 0], [0, strides[1] - 1], [0, 0]])
  const grid = chain.reshape(gaps, [count, height * strides[0], width * strides[1], channels])
  const used = [0, 1].map((axis) => (output[axis] - 1) * strides[axis] + 1)
  const dilated = chain.slice(grid, [0, 0, 0, 0], [count, used[0], used[1], channels])
  const [top, left] = [0, 1].map((axis) => kernel[axis] - 1 - before[axis])
  const [bottom, right] = [input[0] + before[0] - used[0], input[1] + before[1] - used[1]]
  return chain.pad(dilated, [[0, 0], [top, bottom], [left, right], [0, 0]])
}
