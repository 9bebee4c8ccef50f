// A ThresholdedReLU layer comes in; a ThresholdedRelu, which keeps what is above theta, goes out.
import { float } from '../attribute'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitThresholdedReLU({ layer, graph, config, inputs: [input] }: LayerContext): Value[] {
  const attributes = { alpha: float(config.number('theta')) }
  return [new ElementWise(graph, layer, input).node('ThresholdedRelu', [input], attributes)]
}
