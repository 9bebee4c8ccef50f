// A DepthwiseConv2D layer comes in; a Conv with one group per input channel, and the fused activation, go out.
import { int, ints } from '../attribute'
import { depthwiseKernelToChannelsFirst } from '../channel-order'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { windowAttributes } from '../window'
import { emitActivation } from './activation-table'

export function emitDepthwiseConv2D(context: LayerContext): Value[] {
  const { layer, graph, orders, config, weights, inputs, outputShapes } = context
  config.expect('dataFormat', 'channelsLast', 'only channelsLast is supported')
  config.expect('dilationRate', [1, 1], 'tfjs ignores it here while Keras applies it, so the meaning is not certain')
  const window = { size: config.numbers('kernelSize', 2), strides: config.numbers('strides', 2), dilations: [1, 1] }
  const { data, shape } = weights.get('depthwise_kernel')
  config.expect('depthMultiplier', shape[3], `the kernel has a depth multiplier of ${shape[3]}`)
  const kernel = depthwiseKernelToChannelsFirst(data, shape)
  const bias = config.boolean('useBias') ? weights.get('bias') : undefined
  const convolved = graph.addNode({
    operator: 'Conv',
    layer,
    inputs: [
      orders.toChannelsFirst(inputs[0]),
      graph.addWeight(`${layer}/depthwise_kernel`, kernel.shape, kernel.data),
      ...(bias ? [graph.addWeight(`${layer}/bias`, bias.shape, bias.data)] : []),
    ],
    shape: outputShapes[0],
    order: 'channels-first',
    attributes: {
      ...windowAttributes(config, window, inputs[0].shape),
      dilations: ints([1, 1]),
      group: int(shape[2]),
    },
  })
  return [emitActivation(context, convolved)]
}
