// The parts of a convolution layer come in; its Conv node with explicit pads and optional bias goes out.
import { int, ints } from './attribute'
import type { LayerContext } from './layer-context'
import { refuseQuirk } from './quirks'
import { readSpatialInput } from './spatial-input'
import type { Value } from './value'
import { windowAttributes } from './window'

export interface ConvolutionParts {
  /** Name of the kernel among the layer's weights. */
  readonly kernelName: string
  /** [out, in / groups, ...window] */
  readonly kernel: { readonly shape: number[]; readonly data: Float64Array }
  readonly dilations: readonly number[]
  readonly groups: number
}

/** Reads what every convolution layer's config holds: kernelSize, strides, padding, dataFormat and useBias. */
export function addConvolution(context: LayerContext, parts: ConvolutionParts): Value {
  const { kernelName, kernel, dilations, groups } = parts
  const { layer, graph, config, weights, outputShapes } = context
  const rank = kernel.shape.length - 2
  const window = { size: config.numbers('kernelSize', rank), strides: config.numbers('strides', rank), dilations }
  refuseStridesWithDilations(context, window.strides, dilations)
  const input = readSpatialInput(context)
  const bias = config.boolean('useBias') ? weights.get('bias') : undefined
  return graph.addNode({
    operator: 'Conv',
    layer,
    inputs: [
      input.value,
      graph.addWeight(`${layer}/${kernelName}`, kernel.shape, kernel.data),
      ...(bias ? [graph.addWeight(`${layer}/bias`, bias.shape, bias.data)] : []),
    ],
    shape: outputShapes[0],
    order: input.order,
    attributes: {
      ...windowAttributes(context, window, input.sizes),
      dilations: ints(dilations),
      group: int(groups),
    },
  })
}

export function refuseStridesWithDilations(
  { config }: LayerContext,
  strides: readonly number[],
  dilations: readonly number[],
): void {
  const isOne = (size: number): boolean => size === 1
  if (!strides.every(isOne) && !dilations.every(isOne)) {
    throw refuseQuirk(config, 'strides-and-dilations', 'dilationRate')
  }
}
