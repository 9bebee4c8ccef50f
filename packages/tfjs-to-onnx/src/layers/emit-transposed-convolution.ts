// A transposed convolution layer over two or three axes comes in; its ConvTranspose and the fused activation go out.
import { ints } from '../attribute'
import type { Attributes } from '../attribute'
import { kernelToChannelsFirst } from '../channel-order'
import type { LayerContext } from '../layer-context'
import { readSpatialInput } from '../spatial-input'
import type { Value } from '../value'
import { padsAttribute, readPadding, split } from '../window'
import { emitActivation } from './activation-table'

export function emitTransposedConvolution(context: LayerContext, rank: 2 | 3): Value[] {
  const { layer, graph, config, weights, outputShapes } = context
  const { data, shape } = weights.get('kernel')
  const kernel = kernelToChannelsFirst(data, shape) // [...window, out, in] -> [in, out, ...window], no flip
  config.expect('filters', kernel.shape[1], `the kernel has ${kernel.shape[1]} filters`)
  const attributes = transposedWindow(context, rank)
  const input = readSpatialInput(context)
  const bias = config.boolean('useBias') ? weights.get('bias') : undefined
  const convolved = graph.addNode({
    operator: 'ConvTranspose',
    layer,
    inputs: [
      input.value,
      graph.addWeight(`${layer}/kernel`, kernel.shape, kernel.data),
      ...(bias ? [graph.addWeight(`${layer}/bias`, bias.shape, bias.data)] : []),
    ],
    shape: outputShapes[0],
    order: input.order,
    attributes,
  })
  return [emitActivation(context, convolved)]
}

// The output is stride * input long with 'same', and longer by what the window reaches over its stride with 'valid'.
// None of it depends on the size of the input.
function transposedWindow({ config, meet }: LayerContext, rank: number): Attributes {
  const size = config.numbers('kernelSize', rank)
  const strides = config.numbers('strides', rank)
  const padding = readPadding(config)
  if (config.numbers('dilationRate', rank).some(rate => rate !== 1)) meet('transposed-dilation')
  const reachesLess = size.some((length, axis) => length < strides[axis])
  if (rank === 3 && padding === 'same' && reachesLess) meet('same-padding-3d')
  const pads = size.map((length, axis) => split(padding === 'same' ? Math.max(length - strides[axis], 0) : 0))
  return {
    kernel_shape: ints(size),
    strides: ints(strides),
    pads: padsAttribute(pads),
    output_padding: ints(size.map((length, axis) => Math.max(strides[axis] - length, 0))),
  }
}
