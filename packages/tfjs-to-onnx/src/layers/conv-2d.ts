// A Conv2D layer comes in; a Conv with explicit pads, and the fused activation, go out.
import { int, ints } from '../attribute'
import { kernelToChannelsFirst } from '../channel-order'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { windowAttributes } from '../window'
import { emitActivation } from './activation-table'

export function emitConv2D(context: LayerContext): Value[] {
  const { layer, graph, orders, config, weights, inputs, outputShapes } = context
  config.expect('dataFormat', 'channelsLast', 'only channelsLast is supported')
  const dilations = config.numbers('dilationRate', 2)
  const window = { size: config.numbers('kernelSize', 2), strides: config.numbers('strides', 2), dilations }
  const { data, shape } = weights.get('kernel')
  const kernel = kernelToChannelsFirst(data, shape) // [h, w, in, out] -> [out, in, h, w]
  config.expect('filters', kernel.shape[0], `the kernel has ${kernel.shape[0]} filters`)
  const bias = config.boolean('useBias') ? weights.get('bias') : undefined
  const convolved = graph.addNode({
    operator: 'Conv',
    layer,
    inputs: [
      orders.toChannelsFirst(inputs[0]),
      graph.addWeight(`${layer}/kernel`, kernel.shape, kernel.data),
      ...(bias ? [graph.addWeight(`${layer}/bias`, bias.shape, bias.data)] : []),
    ],
    shape: outputShapes[0],
    order: 'channels-first',
    attributes: {
      ...windowAttributes(config, window, inputs[0].shape),
      dilations: ints(dilations),
      group: int(1),
    },
  })
  return [emitActivation(context, convolved)]
}
