// A LeakyReLU layer comes in; a LeakyRelu with the layer's slope (0.3 by default, not ONNX's 0.01) goes out.
import { float } from '../attribute'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitLeakyReLU({ layer, graph, config, inputs: [input] }: LayerContext): Value[] {
  const attributes = { alpha: float(config.number('alpha')) }
  return [new ElementWise(graph, layer, input).node('LeakyRelu', [input], attributes)]
}
