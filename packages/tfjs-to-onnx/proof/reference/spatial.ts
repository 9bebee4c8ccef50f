// Window, stride and padding mode of a layer come in; output sizes, and where each window starts, go out.
import type { Settings } from './settings'
import { transpose } from './tensor'
import type { Tensor } from './tensor'

export interface WindowPlan {
  readonly outputs: number[]
  /** Start of the window for output 0; negative where the padding lies in front of the input. */
  readonly starts: number[]
}

/** TensorFlow's rule: SAME gives ceil(n / stride) outputs and puts the odd element of padding at the end. */
export function planWindow(
  lengths: readonly number[],
  window: readonly number[],
  strides: readonly number[],
  dilations: readonly number[],
  padding: string,
): WindowPlan {
  const spans = window.map((size, axis) => (size - 1) * dilations[axis] + 1)
  if (padding === 'valid') {
    return { outputs: lengths.map((n, i) => Math.floor((n - spans[i]) / strides[i]) + 1), starts: lengths.map(() => 0) }
  }
  const outputs = lengths.map((n, i) => Math.ceil(n / strides[i]))
  const missing = lengths.map((n, i) => Math.max((outputs[i] - 1) * strides[i] + spans[i] - n, 0))
  return { outputs, starts: missing.map(count => -Math.floor(count / 2)) }
}

/** Runs a definition written for channels last, whichever order the layer is set to. */
export function inChannelsLast(settings: Settings, input: Tensor, define: (input: Tensor) => Tensor): Tensor {
  return settings.isChannelsFirst ? toChannelsFirst(define(toChannelsLast(input))) : define(input)
}

// [N, C, H, W] -> [N, H, W, C]
export const toChannelsLast = (input: Tensor): Tensor =>
  transpose(input, [0, ...input.shape.map((_, axis) => axis).slice(2), 1])

// [N, H, W, C] -> [N, C, H, W]
export function toChannelsFirst(input: Tensor): Tensor {
  const last = input.shape.length - 1
  return transpose(input, [0, last, ...input.shape.map((_, axis) => axis).slice(1, -1)])
}
