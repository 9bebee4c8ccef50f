// A BatchNormalization layer over the last axis comes in; the node of that name, folded later if possible, goes out.
import { float } from '../attribute'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitBatchNormalization(context: LayerContext): Value[] {
  const { layer, graph, orders, config, weights, inputs } = context
  refuseOtherAxes(context)
  config.ignore('momentum')
  const { shape, data: mean } = weights.get('moving_mean')
  const ones = new Float64Array(mean.length).fill(1)
  const gamma = config.boolean('scale') ? weights.get('gamma').data : ones
  const beta = config.boolean('center') ? weights.get('beta').data : new Float64Array(mean.length)
  const input = orders.toChannelsFirst(inputs[0])
  const normalized = graph.addNode({
    operator: 'BatchNormalization',
    layer,
    inputs: [
      input,
      graph.addWeight(`${layer}/gamma`, shape, gamma),
      graph.addWeight(`${layer}/beta`, shape, beta),
      graph.addWeight(`${layer}/moving_mean`, shape, mean),
      graph.addWeight(`${layer}/moving_variance`, shape, weights.get('moving_variance').data),
    ],
    shape: input.shape,
    order: input.order,
    attributes: { epsilon: float(config.number('epsilon')) },
  })
  return [normalized]
}

function refuseOtherAxes({ config, inputs }: LayerContext): void {
  const axis = config.number('axis')
  const last = inputs[0].shape.length - 1
  if (axis !== -1 && axis !== last) throw config.refuse('axis', 'only the last axis (channels) is supported')
}
