// A kernel in float64 in; whole numbers from -127 to 127 and one scale per output channel out.
import { roundHalfToEven } from './round-half-to-even'

export interface QuantizedChannels {
  /** In the order of the kernel. */
  readonly values: Float64Array
  /** float32, [channels]; never 0. */
  readonly scales: Float64Array
}

export interface ChannelSettings {
  /** The largest whole number; default 127. */
  readonly largest?: number
  /** No scale of a channel may be smaller; default: any. */
  readonly smallestScale?: (channel: number) => number
}

/** Symmetric, so that zero stays zero: scale = largest magnitude of the channel / 127. */
export function quantizeChannels(
  data: Float64Array,
  shape: readonly number[],
  axis: number,
  { largest = 127, smallestScale = () => 0 }: ChannelSettings = {},
): QuantizedChannels {
  const inner = shape.slice(axis + 1).reduce((product, size) => product * size, 1)
  const channelOf = (index: number) => Math.floor(index / inner) % shape[axis]
  const magnitudes = new Float64Array(shape[axis])
  data.forEach((value, index) => {
    magnitudes[channelOf(index)] = Math.max(magnitudes[channelOf(index)], Math.abs(value))
  })
  // A channel of zeros gets the scale of the others: a bias is stored in steps of it.
  const fallback = magnitudes.reduce((most, value) => Math.max(most, value), 0) || 1
  // A runtime multiplies by the float32 scale: the numbers are chosen for that one.
  const scales = magnitudes.map((value, channel) =>
    Math.fround(Math.max((value || fallback) / largest, smallestScale(channel), leastFloat)))
  const values = data.map((value, index) => {
    const whole = roundHalfToEven(value / scales[channelOf(index)])
    return Math.max(-largest, Math.min(largest, whole))
  })
  return { values, scales }
}

/** The smallest normal float32: runtimes may take smaller ones for 0. */
const leastFloat = 2 ** -126
