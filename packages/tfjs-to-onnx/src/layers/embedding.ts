// An Embedding layer comes in; a Cast to integers and a Gather of the rows of its table go out.
import { int } from '../attribute'
import { castTo } from '../cast-node'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitEmbedding(context: LayerContext): Value[] {
  const { layer, graph, orders, config, weights, masks, inputs, outputShapes: [shape] } = context
  config.ignore('inputLength')
  if (config.optional('maskZero') === true) masks.make(layer)
  const table = weights.get('embeddings')
  config.expect('inputDim', table.shape[0], `the table has ${table.shape[0]} rows`)
  config.expect('outputDim', table.shape[1], `the table has ${table.shape[1]} columns`)
  const rows = graph.addWeight(`${layer}/embeddings`, table.shape, table.data)
  const indices = castTo(context, orders.toLogical(inputs[0]), 'int32')
  return [graph.addNode({ operator: 'Gather', layer, inputs: [rows, indices], shape, attributes: { axis: int(0) } })]
}
