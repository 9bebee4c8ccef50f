// A node comes in; the shape its operator gives by the ONNX specification goes out, found without asking tfjs.
import type { Attribute } from './attribute'
import { physicalShape } from './channel-order'
import { ConversionError } from './conversion-error'
import type { Dimension, GraphNode, Operand, Shape } from './value'

type Inference = (shapes: readonly Shape[], node: GraphNode) => Shape

const keep: Inference = ([shape]) => shape
const binary: Inference = ([left, right]) => broadcastShapes(left, right)

const inferences: Readonly<Record<string, Inference>> = {
  ...Object.fromEntries(['Relu', 'Clip', 'Elu', 'Sigmoid', 'HardSigmoid', 'Softplus', 'Abs', 'Tanh', 'Softmax', 'Erf',
    'Exp', 'Log', 'Identity', 'BatchNormalization'].map(operator => [operator, keep])),
  ...Object.fromEntries(['Add', 'Sub', 'Mul', 'Div'].map(operator => [operator, binary])),
  Conv: ([data, kernel], node) => [data[0], kernel[0], ...slide(data, node)],
  MaxPool: ([data], node) => [data[0], data[1], ...slide(data, node)],
  AveragePool: ([data], node) => [data[0], data[1], ...slide(data, node)],
  GlobalAveragePool: ([data]) => [data[0], data[1], ...data.slice(2).map(() => 1)],
  GlobalMaxPool: ([data]) => [data[0], data[1], ...data.slice(2).map(() => 1)],
  Flatten: ([data]) => [data[0], data.slice(1).reduce<number>((product, size) => product * Number(size), 1)],
  Gemm: ([data, kernel]) => [data[0], kernel[1]],
  MatMul: ([data, kernel]) => [...data.slice(0, -1), kernel[1]],
  Concat: (shapes, node) => {
    const axis = integers(node, 'axis')[0]
    return shapes[0].map((size, i) =>
      i === axis ? shapes.reduce((sum, shape) => sum + Number(shape[i]), 0) : size)
  },
  Transpose: ([data], node) => integers(node, 'perm').map(axis => data[axis]),
  Reshape: ([data], node) => constant(node.inputs[1]).map((size, axis) => size === 0 ? data[axis] : size),
  Pad: ([data], node) => {
    const pads = constant(node.inputs[1])
    return data.map((size, axis) => {
      const added = pads[axis] + pads[axis + data.length]
      return added === 0 ? size : Number(size) + added
    })
  },
  Unsqueeze: ([data], node) => {
    const axes = constant(node.inputs[1])
    const rest = [...data]
    return Array.from({ length: data.length + axes.length }, (_, axis) =>
      axes.includes(axis) ? 1 : rest.shift() as Dimension)
  },
  ReduceMax: reduce,
  ReduceSum: reduce,
}

/** @returns the shape in memory of the node's output. */
export function inferShape(node: GraphNode): Shape {
  if (!Object.hasOwn(inferences, node.operator)) {
    throw new ConversionError('graph-invalid', `Node "${node.name}": no shape rule for ${node.operator}.`)
  }
  return inferences[node.operator](node.inputs.map(shapeOf), node)
}

const shapeOf = (operand: Operand): Shape => operand.kind === 'value' ? physicalShape(operand) : operand.shape

// floor((input + pads - dilated window) / stride) + 1
function slide(data: Shape, node: GraphNode): number[] {
  const window = integers(node, 'kernel_shape')
  const strides = integers(node, 'strides')
  const pads = integers(node, 'pads')
  const dilations = node.attributes.dilations ? integers(node, 'dilations') : window.map(() => 1)
  return window.map((size, axis) => {
    const padded = Number(data[axis + 2]) + pads[axis] + pads[axis + window.length]
    return Math.floor((padded - (size - 1) * dilations[axis] - 1) / strides[axis]) + 1
  })
}

function reduce([data]: readonly Shape[], node: GraphNode): Shape {
  const axes = node.inputs.length > 1 ? constant(node.inputs[1]) : integers(node, 'axes')
  return data.map((size, axis) => axes.includes(axis) ? 1 : size)
}

function broadcastShapes(left: Shape, right: Shape): Shape {
  const rank = Math.max(left.length, right.length)
  const pad = (shape: Shape): Shape => [...Array.from({ length: rank - shape.length }, () => 1), ...shape]
  const [first, second] = [pad(left), pad(right)]
  return first.map((size, axis) => {
    if (size === 1 || second[axis] === 1) return size === 1 ? second[axis] : size
    if (size === second[axis]) return size
    const shapes = `[${left.join(', ')}] and [${right.join(', ')}]`
    throw new ConversionError('graph-invalid', `Shapes ${shapes} do not broadcast.`)
  })
}

function integers(node: GraphNode, name: string): readonly number[] {
  const attribute: Attribute | undefined = node.attributes[name]
  if (attribute?.type === 'ints') return attribute.values
  if (attribute?.type === 'int') return [attribute.value]
  throw new ConversionError('graph-invalid', `Node "${node.name}" has no integer attribute "${name}".`)
}

function constant(operand: Operand | undefined): number[] {
  if (operand?.kind === 'initializer') return [...operand.data]
  throw new ConversionError('graph-invalid', 'A shape, pads or axes input is not a constant.')
}
