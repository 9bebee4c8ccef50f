// A transposed convolution over 2 or 3 axes comes in; every input point spread over its window, by definition, goes out.
import { activate } from '../activations'
import type { ReferenceLayer } from '../reference-layer'
import { inChannelsLast } from '../spatial'
import { forEachPosition, read, sizeOf } from '../tensor'
import type { Tensor } from '../tensor'
import { addBias } from './convolution'

/** The gradient of a convolution with respect to its input; kernel [...window, out, in], no dilation in tfjs. */
export const transposedConvolution = (rank: number): ReferenceLayer => ({ settings, weights, inputs: [input] }) => {
  const [kernel, bias] = weights
  const strides = settings.numbers('strides', rank)
  const padding = settings.text('padding')
  const linear = inChannelsLast(settings, input, x => addBias(spread(x, kernel, strides, padding), bias))
  return [activate(settings.text('activation'), linear)]
}

function spread(input: Tensor, kernel: Tensor, strides: readonly number[], padding: string): Tensor {
  const sizes = kernel.shape.slice(0, -2)
  const [filters, channels] = kernel.shape.slice(-2)
  const lengths = input.shape.slice(1, -1)
  const outputs = lengths.map((n, i) => n * strides[i] + (padding === 'same' ? 0 : Math.max(sizes[i] - strides[i], 0)))
  // What the forward convolution from `outputs` to `lengths` would have padded in front.
  const before = outputs.map((n, i) =>
    padding === 'same' ? Math.floor(Math.max((lengths[i] - 1) * strides[i] + sizes[i] - n, 0) / 2) : 0)
  const shape = [input.shape[0], ...outputs, filters]
  const data = new Float64Array(sizeOf(shape))
  forEachPosition([input.shape[0], ...lengths, ...sizes], (position) => {
    const from = position.slice(0, lengths.length + 1)
    const tap = position.slice(lengths.length + 1)
    const to = tap.map((offset, i) => from[i + 1] * strides[i] + offset - before[i])
    if (to.some((index, i) => index < 0 || index >= outputs[i])) return
    const start = to.reduce((sum, index, i) => sum * outputs[i] + index, from[0]) * filters
    for (let f = 0; f < filters; f += 1) {
      for (let c = 0; c < channels; c += 1) data[start + f] += read(input, [...from, c]) * read(kernel, [...tap, f, c])
    }
  })
  return { shape, data }
}
