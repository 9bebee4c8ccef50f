// The gradient by a depthwise convolution's output in; the gradients by its filter and by its input out.
import type { TensorInfo } from '@tensorflow/tfjs-core'
import type { ConvolutionGeometry } from './convolution-geometry'
import { padInput, spread } from './convolution-gradients'
import type { KernelChain } from './kernel-chain'

/** Returns [height, width, channels, multiplier]: at each place of the kernel, the sum of input times dy. */
export function depthwiseFilterGradient(
  chain: KernelChain,
  x: TensorInfo,
  dy: TensorInfo,
  geometry: ConvolutionGeometry,
): TensorInfo {
  const { kernel, strides, output } = geometry
  const [count, , , channels] = x.shape
  const multiplier = dy.shape[3] / channels
  const padded = padInput(chain, x, geometry)
  const positions = count * output[0] * output[1]
  const factors = chain.reshape(dy, [positions, channels, multiplier])
  const ones = chain.run('Fill', {}, { shape: [1, 1, positions], value: 1, dtype: 'float32' })
  const places = Array.from({ length: kernel[0] * kernel[1] }, (_, place) => {
    const begin = [0, Math.floor(place / kernel[1]), place % kernel[1], 0]
    const end = [count, begin[1] + (output[0] - 1) * strides[0] + 1, begin[2] + (output[1] - 1) * strides[1] + 1, channels]
    const masks = { beginMask: 0, endMask: 0, ellipsisMask: 0, newAxisMask: 0, shrinkAxisMask: 0 }
    const seen = chain.run('StridedSlice', { x: padded }, { begin, end, strides: [1, ...strides, 1], ...masks })
    const product = chain.run('Multiply', { a: chain.reshape(seen, [positions, channels, 1]), b: factors })
    const rows = chain.reshape(product, [1, positions, channels * multiplier])
    return chain.run('BatchMatMul', { a: ones, b: rows }, { transposeA: false, transposeB: false })
  })
  return chain.reshape(chain.run('Concat', places, { axis: 0 }), [...kernel, channels, multiplier])
}

/** Returns the input's shape: the sum over the multipliers of dy, spread, convolved with the turned filter. */
export function depthwiseInputGradient(
  chain: KernelChain,
  dy: TensorInfo,
  filter: TensorInfo,
  geometry: ConvolutionGeometry,
): TensorInfo {
  const [height, width, channels, multiplier] = filter.shape
  const grouped = chain.reshape(dy, [dy.shape[0], dy.shape[1], dy.shape[2] * channels, multiplier])
  const turned = chain.run('Reverse', { x: filter }, { dims: [0, 1] })
  const settings = { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [1, 1] }
  const parts = Array.from({ length: multiplier }, (_, part) => {
    const slice = chain.slice(grouped, [0, 0, 0, part], [...grouped.shape.slice(0, 3), 1])
    const own = chain.reshape(slice, [...dy.shape.slice(0, 3), channels])
    const kernel = chain.slice(turned, [0, 0, 0, part], [height, width, channels, 1])
    return chain.run('DepthwiseConv2dNative', { x: spread(chain, own, geometry), filter: kernel }, settings)
  })
  return parts.reduce((sum, part) => chain.run('Add', { a: sum, b: part }))
}
