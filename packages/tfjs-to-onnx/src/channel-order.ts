// Values and kernels in tfjs's channels-last order come in; ONNX's channels-first order, and the way back, go out.
// Nothing outside this file knows how the two orders map onto each other.
import { ints } from './attribute'
import type { Graph } from './graph'
import { permute } from './permute'
import type { ChannelOrder, Dimension, Shape, Value } from './value'

/** The shape as it lies in memory. [N, H, W, C] in channels-first order lies as [N, C, H, W]. */
export function physicalShape({ shape, order }: Pick<Value, 'shape' | 'order'>): Shape {
  return order === 'logical' ? shape : toChannelsFirstPermutation(shape.length).map(axis => shape[axis])
}

/** Where a logical axis (negative counts from the end) lies in memory. */
export function physicalAxis({ shape, order }: Pick<Value, 'shape' | 'order'>, axis: number): number {
  const logical = axis < 0 ? axis + shape.length : axis
  return order === 'logical' ? logical : toChannelsFirstPermutation(shape.length).indexOf(logical)
}

/** One entry per logical axis comes in, one per axis in memory goes out; used for pads. */
export function toPhysicalAxes<T>(perLogicalAxis: readonly T[], order: ChannelOrder): T[] {
  return order === 'logical'
    ? [...perLogicalAxis]
    : toChannelsFirstPermutation(perLogicalAxis.length).map(axis => perLogicalAxis[axis])
}

/** A convolution kernel [...window, in, out] becomes [out, in, ...window]. */
export function kernelToChannelsFirst(
  data: Float64Array,
  shape: readonly number[],
): { data: Float64Array, shape: number[] } {
  const [input, output] = [shape.length - 2, shape.length - 1]
  const permutation = [output, input, ...shape.slice(0, -2).keys()]
  return { data: permute(data, shape, permutation), shape: permutation.map(axis => shape[axis]) }
}

/** A depthwise kernel [h, w, in, m] becomes [in * m, 1, h, w]; copy i of channel c lands at c * m + i. */
export function depthwiseKernelToChannelsFirst(
  data: Float64Array,
  [height, width, channels, multiplier]: readonly number[],
): { data: Float64Array, shape: number[] } {
  const permuted = permute(data, [height, width, channels, multiplier], [2, 3, 0, 1])
  return { data: permuted, shape: [channels * multiplier, 1, height, width] }
}

/** Asks for values in one order; the conversion is written when first needed, shared, and cancelled on the way back. */
export class ChannelOrders {
  readonly #converted = new Map<Value, Value>()

  constructor(readonly graph: Graph) {}

  toLogical(value: Value): Value {
    return value.order === 'logical' ? value : this.#convert(value, 'logical')
  }

  toChannelsFirst(value: Value): Value {
    // Fewer than three axes have no window between batch and channels: both orders are the same.
    return value.order === 'channels-first' || value.shape.length < 3 ? value : this.#convert(value, 'channels-first')
  }

  /** One order for all: channels-first where any value has it already, as a convolution usually follows. */
  toCommonOrder(values: readonly Value[]): Value[] {
    const isChannelsFirst = values.some(value => value.order === 'channels-first')
    return values.map(value => isChannelsFirst ? this.toChannelsFirst(value) : this.toLogical(value))
  }

  #convert(value: Value, order: ChannelOrder): Value {
    const existing = this.#converted.get(value)
    if (existing && this.graph.contains(existing)) return existing
    const converted = keepsMemory(value) ? this.#reshape(value, order) : this.#transpose(value, order)
    this.#converted.set(value, converted).set(converted, value)
    return converted
  }

  #transpose(value: Value, order: ChannelOrder): Value {
    const { shape } = value
    const permutation = order === 'logical'
      ? toLogicalPermutation(shape.length)
      : toChannelsFirstPermutation(shape.length)
    const attributes = { perm: ints(permutation) }
    return this.graph.addNode({ operator: 'Transpose', layer: value.name, inputs: [value], shape, order, attributes })
  }

  #reshape(value: Value, order: ChannelOrder): Value {
    const { shape } = value
    const sizes = physicalShape({ shape, order }).slice(1).map(Number)
    const target = this.graph.addConstant(`${value.name}/shape`, 'int64', [0, ...sizes], [shape.length])
    return this.graph.addNode({ operator: 'Reshape', layer: value.name, inputs: [value, target], shape, order })
  }
}

// With one channel, or a window of one point, both orders are the same bytes.
function keepsMemory({ shape }: Value): boolean {
  const isOne = (size: Dimension): boolean => size === 1
  const isKnown = shape.slice(1).every(size => typeof size === 'number')
  return isKnown && (isOne(shape[shape.length - 1]) || shape.slice(1, -1).every(isOne))
}

// [0, 3, 1, 2] for rank 4.
const toChannelsFirstPermutation = (rank: number): number[] =>
  [0, rank - 1, ...Array.from({ length: rank - 2 }, (_, i) => i + 1)]

// [0, 2, 3, 1] for rank 4.
const toLogicalPermutation = (rank: number): number[] =>
  [0, ...Array.from({ length: rank - 2 }, (_, i) => i + 2), 1]
