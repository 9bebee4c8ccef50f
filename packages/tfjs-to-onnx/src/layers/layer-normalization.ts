// A LayerNormalization layer comes in; the node of that name where the opset and the axes allow, else its parts go out.
import { float, int } from '../attribute'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import { refuseQuirk } from '../quirks'
import type { Initializer, Value } from '../value'

interface Normalization {
  readonly input: Value
  /** As tfjs lists them, none negative. */
  readonly axes: readonly number[]
  readonly epsilon: number
}

export function emitLayerNormalization(context: LayerContext): Value[] {
  const { graph, orders, config, inputs, meet } = context
  const input = orders.toLogical(inputs[0])
  const rank = input.shape.length
  if (rank > 4) throw refuseQuirk(config, 'normalization-rank', 'axis')
  const axes = readAxes(context, rank)
  const sorted = [...axes].sort((first, second) => first - second)
  if (sorted[0] <= 0) throw config.refuse('axis', 'the batch cannot be normalised')
  if (axes.join() !== sorted.join()) meet('layer-normalization-axis-order')
  const normalization = { input, axes: sorted, epsilon: config.number('epsilon') }
  const isTrailing = sorted.every((axis, i) => axis === rank - sorted.length + i)
  const normalized = isTrailing && graph.opset >= 17
    ? emitNode(context, normalization)
    : emitParts(context, normalization)
  return [normalized]
}

function readAxes({ config }: LayerContext, rank: number): number[] {
  const axis = config.optional('axis')
  return config.numbers('axis', Array.isArray(axis) ? axis.length : 1).map(each => each < 0 ? each + rank : each)
}

function emitNode(context: LayerContext, { input, axes, epsilon }: Normalization): Value {
  const { layer, graph, config } = context
  const shape = axes.map(axis => Number(input.shape[axis]))
  const ones = new Float64Array(shape.reduce((product, size) => product * size, 1)).fill(1)
  const scale = config.boolean('scale')
    ? readParameter(context, 'gamma', shape)
    : graph.addConstant(`${layer}/ones`, 'float32', [...ones], shape)
  const shift = config.boolean('center') ? [readParameter(context, 'beta', shape)] : []
  return graph.addNode({
    operator: 'LayerNormalization',
    layer,
    inputs: [input, scale, ...shift],
    shape: input.shape,
    attributes: { axis: int(axes[0]), epsilon: float(epsilon) },
  })
}

// (x - mean) / sqrt(variance + epsilon) * gamma + beta
function emitParts(context: LayerContext, { input, axes, epsilon }: Normalization): Value {
  const { layer, graph, config } = context
  const math = new ElementWise(graph, layer, input)
  const shape = input.shape.map((size, axis) => axes.includes(axis) ? Number(size) : 1)
  const centered = math.node('Sub', [input, math.reduce('ReduceMean', input, axes)])
  const variance = math.reduce('ReduceMean', math.node('Mul', [centered, centered]), axes)
  const deviation = math.node('Sqrt', [math.node('Add', [variance, math.number(epsilon)])])
  const normalized = math.node('Div', [centered, deviation])
  const scaled = config.boolean('scale')
    ? math.node('Mul', [normalized, readParameter(context, 'gamma', shape)])
    : normalized
  return config.boolean('center') ? math.node('Add', [scaled, readParameter(context, 'beta', shape)]) : scaled
}

// The numbers of gamma and beta keep the order of the layer's axes; tfjs gives them another shape only.
function readParameter({ layer, graph, weights }: LayerContext, name: string, shape: readonly number[]): Initializer {
  return graph.addWeight(`${layer}/${name}`, shape, weights.get(name).data)
}
