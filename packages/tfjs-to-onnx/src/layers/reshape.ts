// A Reshape layer comes in; a Reshape in tfjs's order, with the batch copied and one free size, goes out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'

export function emitReshape({ layer, graph, orders, config, inputs, outputShapes }: LayerContext): Value[] {
  const target = config.optional('targetShape')
  if (!Array.isArray(target)) throw config.refuse('targetShape', 'is not a list of sizes')
  const sizes = target.map((size, axis) => {
    const inferred = outputShapes[0][axis + 1]
    if (typeof inferred === 'number') return inferred
    return typeof size === 'number' && size >= 0 ? size : -1
  })
  if (sizes.filter(size => size === -1).length > 1) throw config.refuse('targetShape', 'more than one size is free')
  if (sizes.includes(0)) throw config.refuse('targetShape', 'a size of 0 means something else in ONNX')
  const shape = graph.addConstant(`${layer}/shape`, 'int64', [0, ...sizes], [sizes.length + 1])
  const reshaped = [orders.toLogical(inputs[0]), shape]
  return [graph.addNode({ operator: 'Reshape', layer, inputs: reshaped, shape: outputShapes[0] })]
}
