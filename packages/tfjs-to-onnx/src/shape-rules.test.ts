// Nodes of each kind come in; the shapes must be those of the ONNX specification, also where sizes are not known.
import { describe, expect, it } from 'vitest'
import { int, ints } from './attribute'
import type { Attributes } from './attribute'
import { inferShapes, sameShape } from './infer-shape'
import { shapeRules } from './shape-rules'
import { absent } from './value'
import type { DataType, Initializer, Operand, Shape, Value } from './value'

const value = (...shape: Shape): Value => ({ kind: 'value', name: 'x', dataType: 'float32', shape, order: 'logical' })
const constant = (numbers: number[], shape = [numbers.length], dataType: DataType = 'int64'): Initializer =>
  ({ kind: 'initializer', name: 'c', dataType, shape, data: Float64Array.from(numbers), role: 'constant' })
const kernel = (...shape: number[]): Initializer =>
  constant(Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => 0), shape, 'float32')
const window = { kernel_shape: ints([3, 2]), strides: ints([2, 3]), pads: ints([0, 1, 1, 0]) }

const cases: readonly [string, Operand[], Attributes, Shape][] = [
  ['Conv', [value('N', 4, 9, 8), kernel(5, 4, 3, 2)], { ...window, dilations: ints([2, 1]) }, ['N', 5, 3, 3]],
  ['Conv', [value('N', 4, '?', 8), kernel(5, 4, 3, 2)], window, ['N', 5, '?', 3]],
  ['MaxPool', [value('N', 4, 9, 8)], window, ['N', 4, 4, 3]],
  ['ConvTranspose', [value('N', 4, 5, 6), kernel(4, 7, 3, 2)], { ...window, output_padding: ints([0, 1]) },
    ['N', 7, 10, 17]],
  ['Slice', [value('N', 9, '?'), constant([1, 2]), constant([-2, 2 ** 31 - 1]), constant([1, 2]), constant([1, 1])], {},
    ['N', 6, '?']],
  ['Slice', [value(5, 'N'), constant([-1]), constant([1 - 2 ** 31]), constant([0]), constant([-1])], {}, [5, 'N']],
  ['Gather', [kernel(7, 3), value('N', 4)], { axis: int(0) }, ['N', 4, 3]],
  ['Gather', [value(5, 'N', 3), constant([2], [])], { axis: int(0) }, ['N', 3]],
  ['Resize', [value('N', 3, 4, '?'), absent, constant([1, 1, 2, 3])], {}, ['N', 3, 8, '?']],
  ['Tile', [value('N', 1, 3), constant([1, 4, 1])], {}, ['N', 4, 3]],
  ['Reshape', [value('N', 4, 6), constant([0, -1, 3])], {}, ['N', '?', 3]],
  ['Reshape', [value(2, 4, 6), constant([0, -1, 3])], {}, [2, 8, 3]],
  ['Squeeze', [value(5, 1, 'N', 3), constant([1])], {}, [5, 'N', 3]],
  ['Unsqueeze', [value('N', 3), constant([1])], {}, ['N', 1, 3]],
  ['MatMul', [value('N', 4, 5), value('N', 5, 3)], {}, ['N', 4, 3]],
  ['Concat', [value('N', 2), value('N', 3), value('N', 1)], { axis: int(1) }, ['N', 6]],
  ['Concat', [value('N', 2), value('N', '?')], { axis: int(1) }, ['N', '?']],
  ['Pad', [value('N', 'height'), constant([0, 0, 0, 0])], {}, ['N', 'height']],
  ['Pad', [value('N', 'height'), constant([0, 1, 0, 2])], {}, ['N', '?']],
  ['ReduceMean', [value('N', 4, 5)], { axes: ints([1]) }, ['N', 1, 5]],
  ['ReduceSum', [value('N', 4, 5), constant([1, 2])], {}, ['N', 1, 1]],
  ['LSTM', [value(7, 'N', 3), kernel(1, 16, 3), kernel(1, 16, 4)], {}, [7, 1, 'N', 4]],
]

describe('the shape of', () => {
  it.each(cases)('%s', (operator, inputs, attributes, expected) => {
    const node = { name: 'n', operator, inputs, output: value(), attributes, layer: 'l' }
    expect(inferShapes(node)[0]).toEqual(expected)
  })

  it('states lacks the time', () => {
    const inputs = [value(7, 'N', 3), kernel(1, 16, 3), kernel(1, 16, 4)]
    const furtherOutputs = [value(), value()]
    const node = { name: 'n', operator: 'LSTM', inputs, output: value(), furtherOutputs, attributes: {}, layer: 'l' }
    expect(inferShapes(node)).toEqual([[7, 1, 'N', 4], [1, 'N', 4], [1, 'N', 4]])
  })

  it('sizes that do not broadcast is an error', () => {
    const inputs = [value(2), value(3)]
    const node = { name: 'n', operator: 'Add', inputs, output: value(), attributes: {}, layer: 'l' }
    expect(() => inferShapes(node)).toThrow('do not broadcast')
  })

  it('an operator without a rule is an error', () => {
    expect(Object.hasOwn(shapeRules, 'Loop')).toBe(false)
    const node = { name: 'n', operator: 'Loop', inputs: [], output: value(), attributes: {}, layer: 'l' }
    expect(() => inferShapes(node)).toThrow('no shape rule for Loop')
  })
})

it.each<[Shape, Shape, boolean]>([
  [['N', 3], ['N', 3], true],
  [['N', '?'], ['N', 3], true],
  [['N', 3], ['?', 3], true],
  [['N', 3], ['M', 3], false],
  [['N', 3], ['N', 4], false],
  [['N', 3], ['N', 3, 1], false],
])('%j may be declared where %j is inferred: %s', (declared, inferred, expected) => {
  expect(sameShape(declared, inferred)).toBe(expected)
})
