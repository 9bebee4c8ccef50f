// A Masking layer comes in; its input goes out with zeros where every feature of a step equals the mask value.
import { castTo } from '../cast-node'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

// Only the zeros: the mask itself would be lost, so a model with a layer that reads it is refused.
export function emitMasking(context: LayerContext): Value[] {
  const { layer, graph, config, masks, inputs: [input] } = context
  masks.make(layer)
  const math = new ElementWise(graph, layer, input)
  const isMaskValue = math.node('Equal', [input, math.number(config.number('maskValue'))], {}, 'bool')
  const differs = castTo(context, math.node('Not', [isMaskValue]), 'float32')
  return [math.node('Mul', [input, math.reduce('ReduceMax', differs, [-1])])]
}
