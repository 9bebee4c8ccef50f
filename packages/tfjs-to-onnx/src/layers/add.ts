// An Add layer of two or more inputs comes in; a chain of Add nodes with two inputs each goes out.
import type { LayerContext } from '../layer-context'
import type { Shape, Value } from '../value'

// A chain, as Sum with many inputs falls back to the CPU on WebGPU.
export function emitAdd(context: LayerContext): Value[] {
  const { layer, graph, orders, inputs } = context
  const operands = orders.toCommonOrder(alignRanks(context, inputs))
  const [first, ...others] = operands
  const sum = others.reduce((left, right) => graph.addNode({
    operator: 'Add',
    layer,
    inputs: [left, right],
    shape: broadcast(left.shape, right.shape),
    order: left.order,
  }), first)
  return [sum]
}

// tfjs inserts missing axes behind the batch, unlike ONNX, which would put them in front of it.
function alignRanks({ layer, graph, orders }: LayerContext, values: readonly Value[]): readonly Value[] {
  const rank = Math.max(...values.map(value => value.shape.length))
  return values.map((value) => {
    const missing = rank - value.shape.length
    if (missing === 0) return value
    const axes = Array.from({ length: missing }, (_, i) => i + 1)
    const shape = [value.shape[0], ...axes.map(() => 1), ...value.shape.slice(1)]
    const axesConstant = graph.addConstant(`${layer}/axes`, 'int64', axes, [missing])
    const inputs = [orders.toLogical(value), axesConstant]
    return graph.addNode({ operator: 'Unsqueeze', layer, inputs, shape })
  })
}

const broadcast = (left: Shape, right: Shape): Shape => left.map((size, axis) => size === 1 ? right[axis] : size)
