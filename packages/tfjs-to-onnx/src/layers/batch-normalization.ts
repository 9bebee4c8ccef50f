// A BatchNormalization layer comes in; the node of that name, folded later if possible, or Mul and Add go out.
import { float } from '../attribute'
import { physicalAxis } from '../channel-order'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import type { Weight } from '../layer-weights'
import { refuseQuirk } from '../quirks'
import type { Value } from '../value'

interface Statistics {
  readonly epsilon: number
  readonly gamma: Float64Array
  readonly beta: Float64Array
  readonly mean: Weight
  readonly variance: Weight
}

export function emitBatchNormalization(context: LayerContext): Value[] {
  const { orders, config, inputs: [input], meet } = context
  config.ignore('momentum')
  const rank = input.shape.length
  if (rank > 4) throw refuseQuirk(config, 'normalization-rank', 'axis')
  const given = config.number('axis')
  const axis = given < 0 ? given + rank : given
  if (axis <= 0) throw config.refuse('axis', 'the batch cannot be normalised')
  const statistics = readStatistics(context)
  if (axis === rank - 1) return [emitNode(context, orders.toChannelsFirst(input), statistics)]
  meet('batch-normalization-axis')
  if (axis === 1) return [emitNode(context, orders.toLogical(input), statistics)]
  return [emitScaleAndShift(context, axis, statistics)]
}

function readStatistics({ config, weights }: LayerContext): Statistics {
  const mean = weights.get('moving_mean')
  const ones = new Float64Array(mean.data.length).fill(1)
  const gamma = config.boolean('scale') ? weights.get('gamma').data : ones
  const beta = config.boolean('center') ? weights.get('beta').data : new Float64Array(mean.data.length)
  return { epsilon: config.number('epsilon'), gamma, beta, mean, variance: weights.get('moving_variance') }
}

// Over the second axis in memory.
function emitNode({ layer, graph }: LayerContext, input: Value, statistics: Statistics): Value {
  const { gamma, beta, mean: { shape, data: mean }, variance, epsilon } = statistics
  return graph.addNode({
    operator: 'BatchNormalization',
    layer,
    inputs: [
      input,
      graph.addWeight(`${layer}/gamma`, shape, gamma),
      graph.addWeight(`${layer}/beta`, shape, beta),
      graph.addWeight(`${layer}/moving_mean`, shape, mean),
      graph.addWeight(`${layer}/moving_variance`, shape, variance.data),
    ],
    shape: input.shape,
    order: input.order,
    attributes: { epsilon: float(epsilon) },
  })
}

// ONNX normalises the second axis only; over another one it is a multiplication and an addition, rounded once each.
function emitScaleAndShift(context: LayerContext, axis: number, statistics: Statistics): Value {
  const { layer, graph, inputs: [input] } = context
  const { gamma, beta, mean, variance, epsilon } = statistics
  const factor = gamma.map((number, i) => number / Math.sqrt(variance.data[i] + epsilon))
  const shift = beta.map((number, i) => number - mean.data[i] * factor[i])
  const trailing = Array.from({ length: input.shape.length - 1 - physicalAxis(input, axis) }, () => 1)
  const shape = [factor.length, ...trailing]
  const math = new ElementWise(graph, layer, input)
  const scaled = math.node('Mul', [input, graph.addWeight(`${layer}/factor`, shape, factor)])
  return math.node('Add', [scaled, graph.addWeight(`${layer}/shift`, shape, shift)])
}
