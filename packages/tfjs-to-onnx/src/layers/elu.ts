// An ELU layer comes in; an Elu goes out.
import { float } from '../attribute'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitELU({ layer, graph, config, inputs: [input] }: LayerContext): Value[] {
  config.expect('alpha', 1, 'tfjs computes with 1 whatever the setting')
  return [new ElementWise(graph, layer, input).node('Elu', [input], { alpha: float(1) })]
}
