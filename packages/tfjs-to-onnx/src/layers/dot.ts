// A Dot layer of two inputs with two or three axes comes in; a product and its sum, or a MatMul, goes out.
import { ints } from '../attribute'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import { refuseQuirk } from '../quirks'
import type { Shape, Value } from '../value'

/** What tfjs keeps under the root, so that a vector of zeros can be normalised. */
const smallestSquare = 1e-7

export function emitDot(context: LayerContext): Value[] {
  const { orders, config, inputs } = context
  const values = inputs.map(input => orders.toLogical(input))
  const axes = readAxes(context, values)
  const isNormalized = config.boolean('normalize')
  const [left, right] = values.map((value, i) => isNormalized ? normalize(context, value, axes[i]) : value)
  const isRowByRow = left.shape.length === 2 && right.shape.length === 2
  return [isRowByRow ? multiplyRows(context, left, right) : multiplyMatrices(context, left, right, axes)]
}

function readAxes({ config }: LayerContext, values: readonly Value[]): number[] {
  const axes = config.numbers('axes', 2).map((axis, i) => axis < 0 ? axis + values[i].shape.length : axis)
  if (axes.some(axis => axis <= 0)) throw refuseQuirk(config, 'dot-batch-axis', 'axes')
  return axes
}

function normalize({ layer, graph }: LayerContext, value: Value, axis: number): Value {
  const math = new ElementWise(graph, layer, value)
  const squares = math.reduce('ReduceSum', math.node('Mul', [value, value]), [axis])
  return math.node('Div', [value, math.node('Sqrt', [math.node('Max', [squares, math.number(smallestSquare)])])])
}

// [N, k] . [N, k] -> [N, 1]
function multiplyRows({ layer, graph }: LayerContext, left: Value, right: Value): Value {
  const math = new ElementWise(graph, layer, left)
  return math.reduce('ReduceSum', math.node('Mul', [left, right]), [1])
}

// [N, i, k] . [N, k, j] -> [N, i, j]; a vector [N, k] becomes a row on the left and a column on the right.
function multiplyMatrices(context: LayerContext, left: Value, right: Value, axes: readonly number[]): Value {
  const { layer, graph, outputShapes } = context
  const rows = left.shape.length === 2 ? insertAxis(context, left, 1) : contractLast(context, left, axes[0])
  const columns = right.shape.length === 2 ? insertAxis(context, right, 2) : contractSecond(context, right, axes[1])
  const shape = [rows.shape[0], rows.shape[1], columns.shape[2]]
  const product = graph.addNode({ operator: 'MatMul', layer, inputs: [rows, columns], shape })
  const inserted = left.shape.length === 2 ? 1 : 2
  if (left.shape.length === right.shape.length) return product
  const axis = graph.addConstant(`${layer}/axes`, 'int64', [inserted], [1])
  return graph.addNode({ operator: 'Squeeze', layer, inputs: [product, axis], shape: outputShapes[0] })
}

const contractLast = (context: LayerContext, value: Value, axis: number): Value =>
  axis === 2 ? value : transpose(context, value)
const contractSecond = (context: LayerContext, value: Value, axis: number): Value =>
  axis === 1 ? value : transpose(context, value)

function transpose({ layer, graph }: LayerContext, value: Value): Value {
  const [batch, rows, columns] = value.shape
  const attributes = { perm: ints([0, 2, 1]) }
  return graph.addNode({ operator: 'Transpose', layer, inputs: [value], shape: [batch, columns, rows], attributes })
}

function insertAxis({ layer, graph }: LayerContext, value: Value, axis: 1 | 2): Value {
  const [batch, length] = value.shape
  const shape: Shape = axis === 1 ? [batch, 1, length] : [batch, length, 1]
  const axes = graph.addConstant(`${layer}/axes`, 'int64', [axis], [1])
  return graph.addNode({ operator: 'Unsqueeze', layer, inputs: [value, axes], shape })
}
