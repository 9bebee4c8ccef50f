// A Permute layer comes in; one Transpose that also takes the channels back, or an Identity, goes out.
import { ints } from '../attribute'
import { physicalAxis } from '../channel-order'
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitPermute({ layer, graph, config, inputs: [input], outputShapes: [shape] }: LayerContext): Value[] {
  const dims = config.numbers('dims', input.shape.length - 1)
  const permutation = [0, ...dims].map(axis => physicalAxis(input, axis))
  const keepsMemory = permutation.every((axis, i) => axis === i)
  if (keepsMemory) return [graph.addNode({ operator: 'Identity', layer, inputs: [input], shape })]
  const attributes = { perm: ints(permutation) }
  return [graph.addNode({ operator: 'Transpose', layer, inputs: [input], shape, attributes })]
}
