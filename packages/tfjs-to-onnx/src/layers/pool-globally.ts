// A global pooling layer and an ONNX operator come in; that operator and a Flatten to [N, C] go out.
import { int } from '../attribute'
import type { LayerContext } from '../layer-context'
import { readSpatialInput } from '../spatial-input'
import type { Value } from '../value'

export function emitPoolGlobally(context: LayerContext, operator: 'GlobalAveragePool' | 'GlobalMaxPool'): Value[] {
  const { layer, graph, outputShapes: [pooledShape] } = context
  const input = readSpatialInput(context)
  const [batch, channels] = pooledShape
  const ones = input.sizes.map(() => 1)
  const shape = input.order === 'logical' ? [batch, channels, ...ones] : [batch, ...ones, channels]
  const pooled = graph.addNode({ operator, layer, inputs: [input.value], shape, order: input.order })
  const attributes = { axis: int(1) }
  return [graph.addNode({ operator: 'Flatten', layer, inputs: [pooled], shape: pooledShape, attributes })]
}
