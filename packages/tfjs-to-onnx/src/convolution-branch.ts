// A Conv or BatchNormalization node comes in; what it does as a convolution, and that within a larger kernel, goes out.
import type { Attribute } from './attribute'
import { isLinear } from './linear-node'
import { unknownSize } from './value'
import type { GraphNode, Initializer, Operand } from './value'

/** One branch of a sum: `kernel` slid over `input`. */
export interface Branch {
  readonly node: GraphNode
  readonly input: Operand
  /** [out, in, ...window] */
  readonly kernel: { readonly shape: readonly number[], readonly data: Float64Array }
  readonly bias?: Float64Array
  readonly strides: readonly number[]
  /** In front of each axis, and behind it. */
  readonly pads: readonly number[]
}

/** Undefined for what is neither, for grouped convolutions, and for dilated ones. */
export function branchOf(node: GraphNode): Branch | undefined {
  if (node.operator === 'BatchNormalization') return scaling(node)
  if (node.operator !== 'Conv' || !isLinear(node)) return undefined
  const [input, { shape, data }, bias] = node.inputs as [Operand, Initializer, Initializer | undefined]
  const { group, dilations, strides, pads } = node.attributes
  const isPlain = group.type === 'int' && group.value === 1 && numbers(dilations).every(dilation => dilation === 1)
  const kernel = { shape, data }
  return isPlain ? { node, input, kernel, bias: bias?.data, strides: numbers(strides), pads: numbers(pads) } : undefined
}

/** gamma * (x - mean) / sqrt(variance + epsilon) + beta as a convolution of one point, channel by channel. */
function scaling(node: GraphNode): Branch | undefined {
  const { inputs: [input, ...statistics], output, attributes: { epsilon } } = node
  const axes = output.shape.length - 2
  if (axes < 1 || output.order !== 'channels-first') return undefined
  const [gamma, beta, mean, variance] = (statistics as Initializer[]).map(({ data }) => data)
  const offset = epsilon.type === 'float' ? epsilon.value : 0
  const factors = gamma.map((scale, channel) => scale / Math.sqrt(variance[channel] + offset))
  const channels = factors.length
  const data = new Float64Array(channels * channels)
  factors.forEach((factor, channel) => (data[channel * channels + channel] = factor))
  return {
    node,
    input,
    kernel: { shape: [channels, channels, ...Array.from({ length: axes }, () => 1)], data },
    bias: beta.map((shift, channel) => shift - mean[channel] * factors[channel]),
    strides: Array.from({ length: axes }, () => 1),
    pads: Array.from({ length: 2 * axes }, () => 0),
  }
}

/**
 * The sum of both branches as the wide one with another kernel; undefined where they see different points, or where the
 * wide one is no Conv node, which alone can hold the sum.
 */
export function embed(narrow: Branch, wide: Branch): Branch | undefined {
  const offsets = slideAlike(narrow, wide) ? placeWithin(narrow, wide) : undefined
  if (wide.node.operator !== 'Conv' || !offsets) return undefined
  const [outputs, inputs, ...window] = wide.kernel.shape
  const small = narrow.kernel.shape.slice(2)
  const data = wide.kernel.data.slice()
  const [area, smallArea] = [product(window), product(small)]
  for (let pair = 0; pair < outputs * inputs; pair++) {
    for (let point = 0; point < smallArea; point++) {
      data[pair * area + moved(point, small, window, offsets)] += narrow.kernel.data[pair * smallArea + point]
    }
  }
  return { ...wide, kernel: { shape: wide.kernel.shape, data }, bias: sum(wide.bias, narrow.bias) }
}

// With the same number of known outputs: otherwise one of them would be broadcast.
function slideAlike(narrow: Branch, wide: Branch): boolean {
  const [small, large] = [narrow.node.output.shape, wide.node.output.shape]
  const sameOutputs = large.every((size, axis) => size === small[axis] && size !== unknownSize)
  const sameChannels = narrow.kernel.shape[1] === wide.kernel.shape[1]
  return sameOutputs && sameChannels && narrow.strides.every((stride, axis) => stride === wide.strides[axis])
}

// Both begin at the same point of the input where the wide window's further padding is the offset within it.
function placeWithin(narrow: Branch, wide: Branch): number[] | undefined {
  const window = wide.kernel.shape.slice(2)
  const small = narrow.kernel.shape.slice(2)
  const offsets = window.map((_, axis) => wide.pads[axis] - narrow.pads[axis])
  const fits = offsets.every((offset, axis) => offset >= 0 && offset + small[axis] <= window[axis])
  return fits ? offsets : undefined
}

/** Index of a point of the small window within the large one, both row by row. */
function moved(point: number, small: readonly number[], window: readonly number[], offsets: readonly number[]): number {
  let rest = point
  let index = 0
  let step = 1
  for (let axis = window.length - 1; axis >= 0; axis--) {
    index += ((rest % small[axis]) + offsets[axis]) * step
    rest = Math.floor(rest / small[axis])
    step *= window[axis]
  }
  return index
}

function sum(first: Float64Array | undefined, second: Float64Array | undefined): Float64Array | undefined {
  if (!first || !second) return first ?? second
  return first.map((value, index) => value + second[index])
}

const numbers = (attribute: Attribute): readonly number[] => (attribute.type === 'ints' ? attribute.values : [])
const product = (sizes: readonly number[]): number => sizes.reduce((total, size) => total * size, 1)
