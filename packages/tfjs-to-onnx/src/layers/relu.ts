// A ReLU layer comes in; Relu, or Clip where it has a maximum, goes out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitReLU({ layer, graph, config, inputs: [input] }: LayerContext): Value[] {
  const maximum = config.optional('maxValue')
  const { shape, order } = input
  if (maximum === undefined) return [graph.addNode({ operator: 'Relu', layer, inputs: [input], shape, order })]
  const bounds = [0, config.number('maxValue')].map(bound => graph.addConstant(`${layer}/bound`, 'float32', [bound]))
  return [graph.addNode({ operator: 'Clip', layer, inputs: [input, ...bounds], shape, order })]
}
