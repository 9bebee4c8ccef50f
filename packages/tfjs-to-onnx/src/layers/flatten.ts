// A Flatten layer comes in; a Flatten in tfjs's order, behind a Transpose where the layer is channelsFirst, goes out.
import { int, ints } from '../attribute'
import type { LayerContext } from '../layer-context'
import { readDataFormat } from '../spatial-input'
import type { Value } from '../value'

// The Transpose back is honest and cheap: runtimes absorb it, while permuted Dense rows cost WebGPU a Transpose.
export function emitFlatten(context: LayerContext): Value[] {
  const { layer, graph, orders, config, inputs, outputShapes } = context
  const isChannelsFirst = readDataFormat(config) === 'channelsFirst'
  const input = orders.toLogical(inputs[0])
  const data = isChannelsFirst ? moveChannelsLast(context, input) : input
  const attributes = { axis: int(1) }
  return [graph.addNode({ operator: 'Flatten', layer, inputs: [data], shape: outputShapes[0], attributes })]
}

// [N, C, H, W] -> [N, H, W, C], whatever the rank.
function moveChannelsLast({ layer, graph }: LayerContext, input: Value): Value {
  const perm = [0, ...Array.from({ length: input.shape.length - 2 }, (_, i) => i + 2), 1]
  const shape = perm.map(axis => input.shape[axis])
  return graph.addNode({ operator: 'Transpose', layer, inputs: [input], shape, attributes: { perm: ints(perm) } })
}
