// A Conv2D layer comes in; a Conv with explicit pads, and the fused activation, go out.
import { kernelToChannelsFirst } from '../channel-order'
import { addConvolution } from '../convolution-node'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitActivation } from './activation-table'

export function emitConv2D(context: LayerContext): Value[] {
  const { config, weights } = context
  config.expect('dataFormat', 'channelsLast', 'only channelsLast is supported')
  const dilations = config.numbers('dilationRate', 2)
  const { data, shape } = weights.get('kernel')
  const kernel = kernelToChannelsFirst(data, shape) // [h, w, in, out] -> [out, in, h, w]
  config.expect('filters', kernel.shape[0], `the kernel has ${kernel.shape[0]} filters`)
  return [emitActivation(context, addConvolution(context, { kernelName: 'kernel', kernel, dilations, groups: 1 }))]
}
