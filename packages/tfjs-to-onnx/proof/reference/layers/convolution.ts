// A convolution layer over 1, 2 or 3 axes comes in; the sum over its window, by definition, goes out.
import { activate } from '../activations'
import type { ReferenceCall, ReferenceLayer } from '../reference-layer'
import type { Settings } from '../settings'
import { inChannelsLast, planWindow } from '../spatial'
import { forEachPosition, read, tabulate } from '../tensor'
import type { Tensor } from '../tensor'

export interface WindowSettings {
  readonly strides: readonly number[]
  readonly dilations: readonly number[]
  readonly padding: string
}

/** Kernel [...window, in, out]; the activation runs on the layer's own order of axes. */
export const convolution = (rank: number): ReferenceLayer => ({ settings, weights, inputs: [input] }) => {
  const [kernel, bias] = weights
  const window = windowOf(settings, rank)
  const linear = inChannelsLast(settings, input, x => addBias(convolve(x, kernel, window), bias))
  return [activate(settings.text('activation'), linear)]
}

/** Kernel [h, w, in, multiplier]; tfjs applies no dilation here, whatever the configuration holds. */
export const depthwiseConvolution: ReferenceLayer = ({ settings, weights, inputs: [input] }) => {
  const [kernel, bias] = weights
  const window = { ...windowOf(settings, 2), dilations: [1, 1] }
  const linear = inChannelsLast(settings, input, x => addBias(convolveDepthwise(x, kernel, window), bias))
  return [activate(settings.text('activation'), linear)]
}

/** Bias and activation come before the way back to channels first, as tfjs defines this layer. */
export function separableConvolution({ settings, weights, inputs: [input] }: ReferenceCall): Tensor[] {
  const [depthwise, pointwise, bias] = weights
  const plain = { strides: [1, 1], dilations: [1, 1], padding: 'valid' }
  return [inChannelsLast(settings, input, (x) => {
    const each = convolveDepthwise(x, depthwise, windowOf(settings, 2))
    return activate(settings.text('activation'), addBias(convolve(each, pointwise, plain), bias))
  })]
}

function windowOf(settings: Settings, rank: number): WindowSettings {
  const dilations = settings.has('dilationRate') ? settings.numbers('dilationRate', rank) : Array(rank).fill(1) as number[]
  return { strides: settings.numbers('strides', rank), dilations, padding: settings.text('padding') }
}

export function addBias(input: Tensor, bias: Tensor | undefined): Tensor {
  if (!bias) return input
  return { shape: input.shape, data: input.data.map((x, offset) => x + bias.data[offset % bias.data.length]) }
}

function convolve(input: Tensor, kernel: Tensor, window: WindowSettings): Tensor {
  const sizes = kernel.shape.slice(0, -2)
  const [channels, filters] = kernel.shape.slice(-2)
  return slide(input, sizes, filters, window, (filter, at, tap) => {
    let sum = 0
    for (let c = 0; c < channels; c += 1) sum += read(input, [...at, c]) * read(kernel, [...tap, c, filter])
    return sum
  })
}

// Output channel c * multiplier + m comes from input channel c alone.
function convolveDepthwise(input: Tensor, kernel: Tensor, window: WindowSettings): Tensor {
  const [channels, multiplier] = kernel.shape.slice(-2)
  return slide(input, kernel.shape.slice(0, -2), channels * multiplier, window, (filter, at, tap) => {
    const channel = Math.floor(filter / multiplier)
    return read(input, [...at, channel]) * read(kernel, [...tap, channel, filter % multiplier])
  })
}

type Contribution = (filter: number, at: readonly number[], tap: readonly number[]) => number

function slide(
  input: Tensor,
  sizes: readonly number[],
  filters: number,
  { strides, dilations, padding }: WindowSettings,
  contribution: Contribution,
): Tensor {
  const lengths = input.shape.slice(1, -1)
  const { outputs, starts } = planWindow(lengths, sizes, strides, dilations, padding)
  return tabulate([input.shape[0], ...outputs, filters], (position) => {
    let sum = 0
    forEachPosition(sizes, (tap) => {
      const at = tap.map((offset, i) => position[i + 1] * strides[i] + starts[i] + offset * dilations[i])
      const isInside = at.every((index, i) => index >= 0 && index < lengths[i])
      if (isInside) sum += contribution(position[position.length - 1], [position[0], ...at], tap)
    })
    return sum
  })
}
