// A Rescaling layer comes in; Mul and Add in float32, as tfjs computes, go out.
import { toFloat } from '../cast-node'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitRescaling(context: LayerContext): Value[] {
  const { layer, graph, config } = context
  const input = toFloat(context, context.inputs[0])
  const math = new ElementWise(graph, layer, input)
  const scaled = math.node('Mul', [input, math.number(config.number('scale'))])
  const offset = config.number('offset')
  return [offset === 0 ? scaled : math.node('Add', [scaled, math.number(offset)])]
}
