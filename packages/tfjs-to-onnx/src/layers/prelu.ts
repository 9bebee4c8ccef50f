// A PReLU layer comes in; a PRelu whose slopes lie in the order of its input goes out.
import { toPhysicalAxes } from '../channel-order'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import { permute } from '../permute'
import type { Value } from '../value'

export function emitPReLU({ layer, graph, config, weights, inputs: [input] }: LayerContext): Value[] {
  config.ignore('sharedAxes') // a shared axis has length 1 in the weight
  const alpha = weights.get('alpha')
  const shape = [1, ...alpha.shape]
  const permutation = toPhysicalAxes([...shape.keys()], input.order)
  const data = permute(alpha.data, shape, permutation)
  const slopes = graph.addWeight(`${layer}/alpha`, permutation.slice(1).map(axis => shape[axis]), data)
  return [new ElementWise(graph, layer, input).node('PRelu', [input, slopes])]
}
