// A 2-D pooling layer and an ONNX operator come in; that operator with explicit pads goes out.
import type { Attributes } from '../attribute'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { windowAttributes } from '../window'

export function emitPoolWindow(
  { layer, graph, orders, config, inputs, outputShapes }: LayerContext,
  operator: 'MaxPool' | 'AveragePool',
  extra: Attributes,
): Value[] {
  config.expect('dataFormat', 'channelsLast', 'only channelsLast is supported')
  const window = { size: config.numbers('poolSize', 2), strides: config.numbers('strides', 2), dilations: [1, 1] }
  const attributes = { ...windowAttributes(config, window, inputs[0].shape), ...extra }
  const input = orders.toChannelsFirst(inputs[0])
  const [shape] = outputShapes
  return [graph.addNode({ operator, layer, inputs: [input], shape, order: 'channels-first', attributes })]
}
