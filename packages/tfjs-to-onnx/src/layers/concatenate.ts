// A Concatenate layer comes in; a Concat along the same axis, wherever that lies in memory, goes out.
import { int } from '../attribute'
import { physicalAxis } from '../channel-order'
import type { LayerContext } from '../layer-context'
import { refuseQuirk } from '../quirks'
import type { Value } from '../value'

export function emitConcatenate({ layer, graph, orders, config, inputs, outputShapes }: LayerContext): Value[] {
  const operands = orders.toCommonOrder(inputs)
  const [{ shape, order, dataType }] = operands
  const axis = config.number('axis')
  if (axis < -1) throw refuseQuirk(config, 'concatenate-axis', 'axis')
  if (axis === 0) throw config.refuse('axis', 'joining along the batch is not supported')
  if (operands.some(operand => operand.dataType !== dataType)) {
    throw config.refuse('axis', 'the inputs are not all of one data type')
  }
  const attributes = { axis: int(physicalAxis({ shape, order }, axis)) }
  return [graph.addNode({ operator: 'Concat', layer, inputs: operands, shape: outputShapes[0], order, attributes })]
}
