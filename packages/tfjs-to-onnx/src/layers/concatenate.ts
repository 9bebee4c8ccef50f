// A Concatenate layer comes in; a Concat along the same axis, wherever that lies in memory, goes out.
import { int } from '../attribute'
import { physicalAxis } from '../channel-order'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitConcatenate({ layer, graph, orders, config, inputs, outputShapes }: LayerContext): Value[] {
  const operands = orders.toCommonOrder(inputs)
  const [{ shape, order }] = operands
  const axis = config.number('axis')
  if (axis < -1) throw config.refuse('axis', 'tfjs joins along the last axis here, whatever it declares; count from 0')
  if (axis === 0) throw config.refuse('axis', 'joining along the batch is not supported')
  const attributes = { axis: int(physicalAxis({ shape, order }, axis)) }
  return [graph.addNode({ operator: 'Concat', layer, inputs: operands, shape: outputShapes[0], order, attributes })]
}
