// A global pooling layer over [N, H, W, C] and an ONNX operator come in; that operator and a Flatten to [N, C] go out.
import { int } from '../attribute'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitPoolGlobally(
  { layer, graph, orders, config, inputs, outputShapes }: LayerContext,
  operator: 'GlobalAveragePool' | 'GlobalMaxPool',
): Value[] {
  config.expect('dataFormat', 'channelsLast', 'only channelsLast is supported')
  const input = orders.toChannelsFirst(inputs[0])
  const [batch, channels] = outputShapes[0]
  const shape = [batch, 1, 1, channels]
  const pooled = graph.addNode({ operator, layer, inputs: [input], shape, order: 'channels-first' })
  const attributes = { axis: int(1) }
  return [graph.addNode({ operator: 'Flatten', layer, inputs: [pooled], shape: outputShapes[0], attributes })]
}
