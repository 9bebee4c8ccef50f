// The parts of a two-dimensional convolution layer come in; its Conv node with explicit pads and optional bias goes out.
import { int, ints } from './attribute'
import type { LayerContext } from './layer-context'
import type { Value } from './value'
import { windowAttributes } from './window'

export interface ConvolutionParts {
  /** Name of the kernel among the layer's weights. */
  readonly kernelName: string
  /** [out, in / groups, h, w] */
  readonly kernel: { readonly shape: number[]; readonly data: Float64Array }
  readonly dilations: readonly number[]
  readonly groups: number
}

/** Reads what every convolution layer's config holds: kernelSize, strides, padding and useBias. */
export function addConvolution(context: LayerContext, { kernelName, kernel, dilations, groups }: ConvolutionParts): Value {
  const { layer, graph, orders, config, weights, inputs, outputShapes } = context
  const window = { size: config.numbers('kernelSize', 2), strides: config.numbers('strides', 2), dilations }
  const bias = config.boolean('useBias') ? weights.get('bias') : undefined
  return graph.addNode({
    operator: 'Conv',
    layer,
    inputs: [
      orders.toChannelsFirst(inputs[0]),
      graph.addWeight(`${layer}/${kernelName}`, kernel.shape, kernel.data),
      ...(bias ? [graph.addWeight(`${layer}/bias`, bias.shape, bias.data)] : []),
    ],
    shape: outputShapes[0],
    order: 'channels-first',
    attributes: {
      ...windowAttributes(config, window, inputs[0].shape),
      dilations: ints(dilations),
      group: int(groups),
    },
  })
}
