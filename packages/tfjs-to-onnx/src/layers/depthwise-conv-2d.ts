// A DepthwiseConv2D layer comes in; a Conv with one group per input channel, and the fused activation, go out.
import { depthwiseKernelToChannelsFirst } from '../channel-order'
import { addConvolution } from '../convolution-node'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitActivation } from './activation-table'

export function emitDepthwiseConv2D(context: LayerContext): Value[] {
  const { config, weights, meet } = context
  if (config.numbers('dilationRate', 2).some(rate => rate !== 1)) meet('depthwise-dilation')
  const { data, shape } = weights.get('depthwise_kernel') // [h, w, in, multiplier]
  config.expect('depthMultiplier', shape[3], `the kernel has a depth multiplier of ${shape[3]}`)
  const kernel = depthwiseKernelToChannelsFirst(data, shape)
  const parts = { kernelName: 'depthwise_kernel', kernel, dilations: [1, 1], groups: shape[2] }
  return [emitActivation(context, addConvolution(context, parts))]
}
