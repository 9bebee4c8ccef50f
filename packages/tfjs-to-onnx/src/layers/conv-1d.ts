// A Conv1D layer comes in; a Conv over [N, C, T] with explicit pads, and the fused activation, go out.
import type { LayerContext } from '../layer-context'
import { refuseQuirk } from '../quirks'
import type { Value } from '../value'
import { emitConvolution } from './emit-convolution'

export function emitConv1D(context: LayerContext): Value[] {
  if (context.config.optional('dataFormat') === 'channelsFirst') {
    throw refuseQuirk(context.config, 'conv-1d-channels-first', 'dataFormat')
  }
  return emitConvolution(context, 1)
}
