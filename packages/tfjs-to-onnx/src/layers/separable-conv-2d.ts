// A SeparableConv2D layer comes in; a depthwise Conv, a Conv of one point with the bias, and the activation go out.
import { int, ints } from '../attribute'
import { depthwiseKernelToChannelsFirst, kernelToChannelsFirst } from '../channel-order'
import { refuseStridesWithDilations } from '../convolution-node'
import type { LayerContext } from '../layer-context'
import { refuseQuirk } from '../quirks'
import { readDataFormat, readSpatialInput } from '../spatial-input'
import type { SpatialInput } from '../spatial-input'
import type { Shape, Value } from '../value'
import { windowAttributes } from '../window'
import { applyActivation, readActivation } from './activation-table'

export function emitSeparableConv2D(context: LayerContext): Value[] {
  const { config, graph, orders, weights, outputShapes: [shape] } = context
  const isChannelsFirst = readDataFormat(config) === 'channelsFirst'
  if (isChannelsFirst && config.boolean('useBias')) {
    throw refuseQuirk(config, 'separable-channels-first-bias', 'useBias')
  }
  const pointwise = weights.get('pointwise_kernel')
  config.expect('filters', pointwise.shape[3], `the kernel has ${pointwise.shape[3]} filters`)
  const convolved = emitPointwise(context, emitDepthwise(context, readSpatialInput(context), shape), shape)
  const activation = readActivation(context, config, 'activation')
  if (!isChannelsFirst) return [applyActivation(context, activation, convolved)]
  if (!activation.toLowerCase().endsWith('softmax')) return [applyActivation(context, activation, convolved)]
  // tfjs applies it before the transposition back, so the softmax runs over the channels.
  context.meet('channels-first-activation')
  const channelsLast = (axes: Shape): Shape => [axes[0], ...axes.slice(2), axes[1]]
  const transpose = (input: Value, permutation: number[], target: Shape): Value => {
    const attributes = { perm: ints(permutation) }
    return graph.addNode({ operator: 'Transpose', layer: context.layer, inputs: [input], shape: target, attributes })
  }
  const input = transpose(orders.toLogical(convolved), [0, 2, 3, 1], channelsLast(shape))
  return [transpose(applyActivation(context, activation, input), [0, 3, 1, 2], shape)]
}

function emitDepthwise(context: LayerContext, input: SpatialInput, shape: Shape): Value {
  const { layer, graph, config, weights } = context
  const dilations = config.numbers('dilationRate', 2)
  const window = { size: config.numbers('kernelSize', 2), strides: config.numbers('strides', 2), dilations }
  refuseStridesWithDilations(context, window.strides, dilations)
  const depthwise = weights.get('depthwise_kernel') // [h, w, in, multiplier]
  config.expect('depthMultiplier', depthwise.shape[3], `the kernel has a depth multiplier of ${depthwise.shape[3]}`)
  const kernel = depthwiseKernelToChannelsFirst(depthwise.data, depthwise.shape)
  const channels = kernel.shape[0]
  return graph.addNode({
    operator: 'Conv',
    layer,
    inputs: [input.value, graph.addWeight(`${layer}/depthwise_kernel`, kernel.shape, kernel.data)],
    shape: input.order === 'logical' ? [shape[0], channels, ...shape.slice(2)] : [...shape.slice(0, -1), channels],
    order: input.order,
    attributes: {
      ...windowAttributes(context, window, input.sizes),
      dilations: ints(dilations),
      group: int(depthwise.shape[2]),
    },
  })
}

function emitPointwise({ layer, graph, config, weights }: LayerContext, input: Value, shape: Shape): Value {
  const { data, shape: kernelShape } = weights.get('pointwise_kernel') // [1, 1, in * multiplier, out]
  const kernel = kernelToChannelsFirst(data, kernelShape)
  const bias = config.boolean('useBias') ? weights.get('bias') : undefined
  return graph.addNode({
    operator: 'Conv',
    layer,
    inputs: [
      input,
      graph.addWeight(`${layer}/pointwise_kernel`, kernel.shape, kernel.data),
      ...(bias ? [graph.addWeight(`${layer}/bias`, bias.shape, bias.data)] : []),
    ],
    shape,
    order: input.order,
    attributes: { kernel_shape: ints([1, 1]), strides: ints([1, 1]), pads: ints([0, 0, 0, 0]), group: int(1) },
  })
}
