// Window, stride, dilation and the tfjs padding mode come in; explicit ONNX pads go out (auto_pad is never written).
import { ints } from './attribute'
import type { Attributes } from './attribute'
import { ConversionError } from './conversion-error'
import type { LayerConfig } from './layer-config'
import { refuseQuirk } from './quirks'
import type { QuirkId } from './quirks'
import type { Dimension } from './value'

export interface Window {
  /** [height, width] each, or as many as the layer has axes between batch and channels. */
  readonly size: readonly number[]
  readonly strides: readonly number[]
  readonly dilations: readonly number[]
}

export interface Pads {
  readonly begin: number
  readonly end: number
}

/** What `padding` is read from, and where a deviation of tfjs is noted. */
export interface WindowReader {
  readonly config: LayerConfig
  meet(quirk: QuirkId): void
}

export function readPadding(config: LayerConfig): 'same' | 'valid' {
  const padding = config.string('padding')
  if (padding === 'same' || padding === 'valid') return padding
  throw padding === 'causal'
    ? refuseQuirk(config, 'causal-padding', 'padding')
    : config.refuse('padding', 'only "same" and "valid" exist here')
}

/** Attributes kernel_shape, strides and pads for a window that slides over axes of the given sizes. */
export function windowAttributes(reader: WindowReader, window: Window, sizes: readonly Dimension[]): Attributes {
  const padding = readPadding(reader.config)
  const pads = window.size.map((size, axis) => padding === 'valid'
    ? { begin: 0, end: 0 }
    : axisPads(reader, sizes[axis], size, window.strides[axis], window.dilations[axis], window.size.length))
  return { kernel_shape: ints(window.size), strides: ints(window.strides), pads: padsAttribute(pads) }
}

/** All begins, then all ends. */
export const padsAttribute = (pads: readonly Pads[]): Attributes[string] =>
  ints([...pads.map(pad => pad.begin), ...pads.map(pad => pad.end)])

function axisPads(
  { config, meet }: WindowReader,
  input: Dimension,
  size: number,
  stride: number,
  dilation: number,
  rank: number,
): Pads {
  const reach = (size - 1) * dilation + 1
  if (typeof input === 'string') return padsOfUnknown(config, reach, stride)
  const outputs = Math.ceil(input / stride)
  if (rank === 3 && (outputs - 1) * stride + reach < input) meet('same-padding-3d')
  return samePads(input, size, stride, dilation)
}

// With stride 1 the pads do not depend on the size, and a window of one point needs none.
function padsOfUnknown(config: LayerConfig, reach: number, stride: number): Pads {
  if (stride === 1 || reach === 1) return split(reach - 1)
  const message = `Cannot convert layer "${config.layer}": padding "same" with stride ${stride} needs the size of its `
    + 'input, which is null. Give the model an input shape with known sizes, or pad explicitly.'
  throw new ConversionError('dimension-unknown', message, { layer: config.layer, key: 'padding' })
}

/** TensorFlow's SAME: ceil(input / stride) outputs, the odd element of padding at the end. */
export function samePads(input: number, size: number, stride: number, dilation: number): Pads {
  const outputs = Math.ceil(input / stride)
  return split(Math.max((outputs - 1) * stride + (size - 1) * dilation + 1 - input, 0))
}

export function split(total: number): Pads {
  const begin = Math.floor(total / 2)
  return { begin, end: total - begin }
}
