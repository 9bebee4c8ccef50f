// A Flatten layer comes in; a Flatten in tfjs's channels-last order goes out.
import { int } from '../attribute'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

// The Transpose back is honest and cheap: runtimes absorb it, while permuted Dense rows cost WebGPU a Transpose.
export function emitFlatten({ layer, graph, orders, config, inputs, outputShapes }: LayerContext): Value[] {
  config.expect('dataFormat', 'channelsLast', 'only channelsLast is supported')
  const input = orders.toLogical(inputs[0])
  const attributes = { axis: int(1) }
  return [graph.addNode({ operator: 'Flatten', layer, inputs: [input], shape: outputShapes[0], attributes })]
}
