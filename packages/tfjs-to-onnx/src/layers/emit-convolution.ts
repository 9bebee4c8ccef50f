// A plain convolution layer over one to three axes comes in; its Conv and the fused activation go out.
import { kernelToChannelsFirst } from '../channel-order'
import { addConvolution } from '../convolution-node'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitActivation } from './activation-table'

export function emitConvolution(context: LayerContext, rank: 1 | 2 | 3): Value[] {
  const { config, weights } = context
  const dilations = config.numbers('dilationRate', rank)
  const { data, shape } = weights.get('kernel')
  const kernel = kernelToChannelsFirst(data, shape) // [...window, in, out] -> [out, in, ...window]
  config.expect('filters', kernel.shape[0], `the kernel has ${kernel.shape[0]} filters`)
  return [emitActivation(context, addConvolution(context, { kernelName: 'kernel', kernel, dilations, groups: 1 }))]
}
