// A pooling layer over one to three axes and an ONNX operator come in; that operator with explicit pads goes out.
import { int } from '../attribute'
import type { LayerContext } from '../layer-context'
import { separatePadding } from '../separate-padding'
import { readSpatialInput } from '../spatial-input'
import type { Value } from '../value'
import { windowAttributes } from '../window'

export function emitPoolWindow(context: LayerContext, operator: 'MaxPool' | 'AveragePool', rank: 1 | 2 | 3): Value[] {
  const { layer, graph, config, outputShapes: [shape] } = context
  const window = {
    size: config.numbers('poolSize', rank),
    strides: config.numbers('strides', rank),
    dilations: Array.from({ length: rank }, () => 1),
  }
  const input = readSpatialInput(context)
  separatePadding(graph, input.value)
  const attributes = {
    ...windowAttributes(context, window, input.sizes),
    ...(operator === 'AveragePool' ? { count_include_pad: int(0) } : {}),
  }
  return [graph.addNode({ operator, layer, inputs: [input.value], shape, order: input.order, attributes })]
}
