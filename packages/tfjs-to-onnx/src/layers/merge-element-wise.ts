// A merge layer of two or more inputs and an operator come in; a chain of nodes with two inputs each goes out.
import type { LayerContext } from '../layer-context'
import { unknownSize } from '../value'
import type { Dimension, Shape, Value } from '../value'

// A chain, as Sum, Mean and Max with many inputs fall back to the CPU on WebGPU.
export function emitMerge(context: LayerContext, operator: 'Add' | 'Mul' | 'Max' | 'Min'): Value {
  const { layer, graph, orders, inputs } = context
  const operands = orders.toCommonOrder(alignRanks(context, inputs))
  const [first, ...others] = operands
  return others.reduce((left, right) => graph.addNode({
    operator,
    layer,
    inputs: [left, right],
    shape: broadcast(left.shape, right.shape),
    order: left.order,
  }), first)
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

const broadcast = (left: Shape, right: Shape): Shape => left.map((size, axis) => common(size, right[axis]))

// A size known only at run time may turn out to be 1.
function common(left: Dimension, right: Dimension): Dimension {
  if (left === 1 || right === 1) return left === 1 ? right : left
  if (left === right) return left
  if (typeof left === 'number' && typeof right === 'number') return left
  return typeof left === 'number' || typeof right === 'number' ? (typeof left === 'number' ? left : right) : unknownSize
}
