// The shapes that enter a node come in; the shape each ONNX operator gives by its specification goes out. One table.
import type { Attribute } from './attribute'
import { ConversionError } from './conversion-error'
import { unknownSize } from './value'
import type { Dimension, GraphNode, Operand, Shape } from './value'

type ShapeRule = (shapes: readonly Shape[], node: GraphNode) => Shape

const keep: ShapeRule = ([shape]) => shape
const binary: ShapeRule = ([left, right]) => broadcastShapes(left, right)
const poolGlobally: ShapeRule = ([data]) => [data[0], data[1], ...data.slice(2).map(() => 1)]
const pool: ShapeRule = ([data], node) => [data[0], data[1], ...slide(data, node)]
const rulesFor = (operators: string, rule: ShapeRule): Record<string, ShapeRule> =>
  Object.fromEntries(operators.split(' ').map(operator => [operator, rule]))

export const shapeRules: Readonly<Record<string, ShapeRule>> = {
  ...rulesFor('Relu Clip Elu Sigmoid HardSigmoid Softplus Tanh Softmax', keep),
  ...rulesFor('Abs Erf Exp Log Sqrt Not Cast Identity QuantizeLinear DequantizeLinear', keep),
  ...rulesFor('LeakyRelu ThresholdedRelu PRelu BatchNormalization LayerNormalization', keep),
  ...rulesFor('Add Sub Mul Div Max Min Equal', binary),
  ...rulesFor('GlobalAveragePool GlobalMaxPool', poolGlobally),
  ...rulesFor('MaxPool AveragePool', pool),
  ...rulesFor('ReduceMax ReduceMean ReduceSum', reduce),
  ...rulesFor('RNN GRU LSTM', ([data, kernel, recurrent]) => [data[0], kernel[0], data[1], recurrent[2]]),
  Conv: ([data, kernel], node) => [data[0], kernel[0], ...slide(data, node)],
  ConvTranspose: ([data, kernel], node) => [data[0], kernel[1], ...slideBack(data, node)],
  Flatten: ([data]) => [data[0], product(data.slice(1))],
  Gemm: ([data, kernel]) => [data[0], kernel[1]],
  MatMul: ([left, right]) => [
    ...broadcastShapes(left.slice(0, -2), right.slice(0, -2)), left[left.length - 2], right[right.length - 1],
  ],
  Concat: (shapes, node) => {
    const axis = integers(node, 'axis')[0]
    return shapes[0].map((size, i) => i === axis ? sum(shapes.map(shape => shape[i])) : size)
  },
  Transpose: ([data], node) => integers(node, 'perm').map(axis => data[axis]),
  Reshape: ([data], node) => reshape(data, constant(node.inputs[1])),
  Pad: ([data], node) => {
    const pads = constant(node.inputs[1])
    return data.map((size, axis) => sum([size, pads[axis] + pads[axis + data.length]]))
  },
  Slice: ([data], node) => slice(data, node.inputs.slice(1).map(constant)),
  Gather: ([data, indices], node) => {
    const axis = integers(node, 'axis')[0]
    return [...data.slice(0, axis), ...indices, ...data.slice(axis + 1)]
  },
  Tile: ([data], node) => times(data, constant(node.inputs[1])),
  Resize: ([data], node) => times(data, constant(node.inputs[2])),
  Unsqueeze: ([data], node) => {
    const axes = constant(node.inputs[1])
    const rest = [...data]
    return Array.from({ length: data.length + axes.length }, (_, axis) =>
      axes.includes(axis) ? 1 : rest.shift() as Dimension)
  },
  Squeeze: ([data], node) => {
    const axes = constant(node.inputs[1])
    return data.filter((_, axis) => !axes.includes(axis))
  },
}

// floor((input + pads - dilated window) / stride) + 1
function slide(data: Shape, node: GraphNode): Dimension[] {
  const window = integers(node, 'kernel_shape')
  const strides = integers(node, 'strides')
  const pads = integers(node, 'pads')
  const dilations = node.attributes.dilations ? integers(node, 'dilations') : window.map(() => 1)
  return window.map((size, axis) => {
    const padded = sum([data[axis + 2], pads[axis] + pads[axis + window.length]])
    if (typeof padded === 'string') return unknownSize
    return Math.floor((padded - (size - 1) * dilations[axis] - 1) / strides[axis]) + 1
  })
}

// stride * (input - 1) + output padding + window - pads
function slideBack(data: Shape, node: GraphNode): Dimension[] {
  const window = integers(node, 'kernel_shape')
  const strides = integers(node, 'strides')
  const pads = integers(node, 'pads')
  const outputPadding = integers(node, 'output_padding')
  return window.map((size, axis) => {
    const length = data[axis + 2]
    if (typeof length === 'string') return unknownSize
    return strides[axis] * (length - 1) + outputPadding[axis] + size - pads[axis] - pads[axis + window.length]
  })
}

function reduce([data]: readonly Shape[], node: GraphNode): Shape {
  const axes = node.inputs.length > 1 ? constant(node.inputs[1]) : integers(node, 'axes')
  return data.map((size, axis) => axes.includes(axis) ? 1 : size)
}

// 0 copies a size, -1 takes what is left.
function reshape(data: Shape, target: readonly number[]): Shape {
  const sizes = target.map((size, axis) => size === 0 ? data[axis] : size)
  const [total, named] = [product(data), product(sizes.filter(size => size !== -1))]
  const rest = typeof total === 'number' && typeof named === 'number' ? total / named : unknownSize
  return sizes.map(size => size === -1 ? rest : size)
}

function slice(data: Shape, [starts, ends, axes, steps]: readonly number[][]): Shape {
  return data.map((size, axis) => {
    const i = axes.indexOf(axis)
    if (i === -1) return size
    if (steps[i] === -1) return size
    if (typeof size === 'string') return unknownSize
    const end = ends[i] < 0 ? size + ends[i] : Math.min(ends[i], size)
    return end - starts[i]
  })
}

const times = (data: Shape, factors: readonly number[]): Shape => data.map((size, axis) => {
  if (factors[axis] === 1) return size
  return typeof size === 'number' ? Math.floor(size * factors[axis]) : unknownSize
})

function sum(sizes: Shape): Dimension {
  const added = sizes.filter(size => size !== 0)
  if (added.length === 1) return added[0]
  return added.reduce<Dimension>((total, size) =>
    typeof total === 'number' && typeof size === 'number' ? total + size : unknownSize, 0)
}

function product(sizes: Shape): Dimension {
  return sizes.reduce<Dimension>((total, size) =>
    typeof total === 'number' && typeof size === 'number' ? total * size : unknownSize, 1)
}

function broadcastShapes(left: Shape, right: Shape): Shape {
  const rank = Math.max(left.length, right.length)
  const pad = (shape: Shape): Shape => [...Array.from({ length: rank - shape.length }, () => 1), ...shape]
  const [first, second] = [pad(left), pad(right)]
  return first.map((size, axis) => {
    const other = second[axis]
    if (size === 1 || other === 1) return size === 1 ? other : size
    if (size === other) return size
    if (typeof size === 'string' || typeof other === 'string') return typeof size === 'number' ? size : other
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
