// A spatial layer comes in; its input in ONNX's order [N, C, ...window] and where height and width lie go out.
import type { LayerConfig } from './layer-config'
import type { LayerContext } from './layer-context'
import type { ChannelOrder, Dimension, Shape, Value } from './value'

export interface SpatialInput {
  /** [N, C, ...window] in memory. */
  readonly value: Value
  /** Order of every value that the layer computes from it. */
  readonly order: ChannelOrder
  /** Sizes of the window's axes, without batch and channels. */
  readonly sizes: readonly Dimension[]
}

export type DataFormat = 'channelsLast' | 'channelsFirst'

export function readDataFormat(config: LayerConfig): DataFormat {
  const format = config.optional('dataFormat') ?? 'channelsLast'
  if (format === 'channelsLast' || format === 'channelsFirst') return format
  throw config.refuse('dataFormat', 'only channelsLast and channelsFirst exist')
}

/** A channelsFirst layer of tfjs has ONNX's order already: its values stay as they are, no Transpose is needed. */
export function readSpatialInput({ config, orders, inputs: [input] }: LayerContext): SpatialInput {
  const format = readDataFormat(config)
  const sizes = spatialSizes(input.shape, format)
  return format === 'channelsLast'
    ? { value: orders.toChannelsFirst(input), order: 'channels-first', sizes }
    : { value: orders.toLogical(input), order: 'logical', sizes }
}

export const spatialSizes = (shape: Shape, format: DataFormat): readonly Dimension[] =>
  format === 'channelsLast' ? shape.slice(1, -1) : shape.slice(2)

/** One entry per window axis comes in; one per logical axis, with the given entry for batch and channels, goes out. */
export function perLogicalAxis<T>(perWindowAxis: readonly T[], other: T, format: DataFormat): T[] {
  return format === 'channelsLast' ? [other, ...perWindowAxis, other] : [other, other, ...perWindowAxis]
}
