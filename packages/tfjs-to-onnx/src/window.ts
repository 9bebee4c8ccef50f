// Window, stride, dilation and the tfjs padding mode come in; explicit ONNX pads go out (auto_pad is never written).
import { ints } from './attribute'
import type { Attributes } from './attribute'
import type { LayerConfig } from './layer-config'
import type { Dimension, Shape } from './value'

export interface Window {
  /** [height, width] each. */
  readonly size: readonly number[]
  readonly strides: readonly number[]
  readonly dilations: readonly number[]
}

/** Attributes kernel_shape, strides and pads for a window that slides over [N, H, W, C]; reads `padding`. */
export function windowAttributes(config: LayerConfig, window: Window, inputShape: Shape): Attributes {
  const padding = config.string('padding')
  if (padding !== 'same' && padding !== 'valid') throw config.refuse('padding', 'only "same" and "valid" exist here')
  const spatial = inputShape.slice(1, -1)
  const pads = window.size.map((size, axis) => padding === 'valid'
    ? { begin: 0, end: 0 }
    : samePads(spatial[axis], size, window.strides[axis], window.dilations[axis]))
  return {
    kernel_shape: ints(window.size),
    strides: ints(window.strides),
    pads: ints([...pads.map(pad => pad.begin), ...pads.map(pad => pad.end)]),
  }
}

/** TensorFlow's SAME: ceil(input / stride) outputs, the odd element of padding at the end. */
export function samePads(
  input: Dimension,
  size: number,
  stride: number,
  dilation: number,
): { begin: number, end: number } {
  const length = Number(input)
  const outputs = Math.ceil(length / stride)
  const total = Math.max((outputs - 1) * stride + (size - 1) * dilation + 1 - length, 0)
  const begin = Math.floor(total / 2)
  return { begin, end: total - begin }
}
