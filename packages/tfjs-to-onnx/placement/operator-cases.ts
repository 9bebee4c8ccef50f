// Nothing in; every operator that the exporter writes, and some of other exporters, each in its forms, out.
import { int, ints, text } from '../src/attribute'
import { tensorTypes } from '../src/cast-node'
import type { Constant, OperatorCase } from './operator-case'

const image = [1, 2, 4, 6]
const integers = (...values: number[]): Constant => ({ dataType: 'int64', shape: [values.length], values })
const floats = (...shape: number[]): Constant => ({ shape })
const number = (value: number): Constant => ({ shape: [], values: [value] })

/** Unless told otherwise: an image of float32 in and out, in every opset. */
function one(operator: string, given: Partial<OperatorCase> = {}): OperatorCase {
  const input = given.input ?? image
  const inputType = given.inputType ?? 'float32'
  const defaults = { row: operator, input, inputType, output: input, outputType: inputType }
  return { operator, ...defaults, constants: [], attributes: {}, onConstant: false, opsets: () => true, ...given }
}

const each = (operators: string, given: Partial<OperatorCase> = {}): OperatorCase[] =>
  operators.split(' ').map(operator => one(operator, given))

const elementWise = [
  ...each('Relu Elu Sigmoid HardSigmoid Softplus Tanh Abs Erf Exp Log Sqrt Identity LeakyRelu ThresholdedRelu Neg'),
  ...each('Selu Softsign Sum Mean HardSwish'),
  ...each('Softmax LogSoftmax', { attributes: { axis: int(3) } }),
  ...each('Add Sub Mul Div Max Min', { constants: [floats(...image)] }),
  one('Clip', { constants: [number(0), number(6)] }),
  one('PRelu', { constants: [floats(2, 1, 1)] }),
  one('Equal', { constants: [number(0)], outputType: 'bool' }),
  one('Not', { inputType: 'bool' }),
]

const window = (rank: number) => ({
  kernel_shape: ints(Array.from({ length: rank }, () => 2)),
  strides: ints(Array.from({ length: rank }, () => 1)),
  pads: ints(Array.from({ length: 2 * rank }, () => 0)),
})

const spatial = [4, 6, 8]
const less = (rank: number, by: number) => spatial.slice(0, rank).map(size => size + by)
const twos = (rank: number) => Array.from({ length: rank }, () => 2)

const windows = [1, 2, 3].flatMap((rank) => {
  const input = [1, 2, ...spatial.slice(0, rank)]
  const pooled = { input, output: [1, 2, ...less(rank, -1)], attributes: window(rank) }
  const global = { input, output: [1, 2, ...twos(rank).map(() => 1)] }
  const rowOf = (operator: string) => rank === 3 ? `${operator}(3D)` : operator
  const convolution = { ...pooled, row: rowOf('Conv'), output: [1, 3, ...less(rank, -1)] }
  const depthwise = { constants: [floats(2, 1, ...twos(rank))], attributes: { ...window(rank), group: int(2) } }
  const transposed = { row: rowOf('ConvTranspose'), output: [1, 3, ...less(rank, 1)] }
  return [
    ...each('MaxPool AveragePool', pooled),
    ...each('GlobalAveragePool GlobalMaxPool', global),
    one('Conv', { ...convolution, constants: [floats(3, 2, ...twos(rank)), floats(3)] }),
    // the exporter writes groups in one and two dimensions, and transposed ones in two and three
    ...(rank < 3 ? [one('Conv', { ...pooled, ...depthwise })] : []),
    ...(rank > 1 ? [one('ConvTranspose', { ...pooled, ...transposed, constants: [floats(2, 3, ...twos(rank))] })] : []),
  ]
})

const normalization = [
  one('BatchNormalization', { constants: [floats(2), floats(2), floats(2), floats(2)] }),
  one('LayerNormalization', {
    constants: [floats(6), floats(6)], attributes: { axis: int(3) }, opsets: opset => opset >= 17,
  }),
]

const reduced = [1, 2, 1, 1]
const reductions = [
  ...each('ReduceMax ReduceMean', {
    output: reduced, attributes: { axes: ints([2, 3]), keepdims: int(1) }, opsets: opset => opset < 18,
  }),
  ...each('ReduceMax ReduceMean', {
    output: reduced, constants: [integers(2, 3)], attributes: { keepdims: int(1) }, opsets: opset => opset >= 18,
  }),
  one('ReduceSum', { output: reduced, constants: [integers(2, 3)], attributes: { keepdims: int(1) } }),
  one('ArgMax', { output: [1, 2, 4, 1], outputType: 'int64', attributes: { axis: int(3) } }),
]

const products = [
  one('Gemm', { input: [3, 4], output: [3, 5], constants: [floats(4, 5), floats(5)] }),
  one('MatMul', { input: [2, 3, 4], output: [2, 3, 5], constants: [floats(4, 5)] }),
  one('Einsum', { input: [3, 4], output: [3, 5], constants: [floats(4, 5)], attributes: { equation: text('ij,jk->ik') } }),
]

const recurrent = ([['RNN', 1], ['GRU', 3], ['LSTM', 4]] as const).map(([operator, gates]) => one(operator, {
  input: [3, 1, 2],
  output: [3, 1, 1, 4],
  constants: [floats(1, 4 * gates, 2), floats(1, 4 * gates, 4), floats(1, 8 * gates)],
  attributes: { hidden_size: int(4) },
}))

const rearrangement = [
  one('Flatten', { output: [1, 48] }),
  one('Reshape', { output: [1, 48], constants: [integers(0, 48)] }),
  one('Transpose', { output: [1, 4, 6, 2], attributes: { perm: ints([0, 2, 3, 1]) } }),
  one('Transpose', {
    row: 'Transpose(uint8)', inputType: 'uint8', output: [1, 4, 6, 2], attributes: { perm: ints([0, 2, 3, 1]) },
  }),
  one('Concat', { output: [1, 4, 4, 6], constants: [floats(...image)], attributes: { axis: int(1) } }),
  one('Pad', { output: [1, 2, 6, 8], constants: [integers(0, 0, 1, 1, 0, 0, 1, 1), number(0)] }),
  one('Slice', { output: [1, 2, 2, 4], constants: [integers(1, 1), integers(-1, -1), integers(2, 3), integers(1, 1)] }),
  one('Gather', {
    row: 'Gather', input: [5, 4], output: [2, 4], attributes: { axis: int(0) },
    constants: [{ dataType: 'int32', shape: [2], values: [1, 3] }],
  }),
  one('Tile', { output: [2, 2, 4, 6], constants: [integers(2, 1, 1, 1)] }),
  one('Unsqueeze', { output: [1, 1, 2, 4, 6], constants: [integers(1)] }),
  one('Squeeze', { output: [2, 4, 6], constants: [integers(0)] }),
  ...['nearest', 'linear'].map(mode => one('Resize', {
    output: [1, 2, 8, 12],
    constants: [undefined, { shape: [4], values: [1, 1, 2, 2] }],
    attributes: {
      mode: text(mode),
      coordinate_transformation_mode: text('asymmetric'),
      ...(mode === 'nearest' ? { nearest_mode: text('floor') } : {}),
    },
  })),
]

const scale = number(0.5)
const zero = (dataType: 'uint8' | 'int8' | 'int32'): Constant => ({ dataType, shape: [], values: [0] })

const types = [
  one('Cast', { outputType: 'int32', attributes: { to: int(tensorTypes.int32) } }),
  one('Cast', { row: 'Cast(uint8)', inputType: 'uint8', outputType: 'float32', attributes: { to: int(tensorTypes.float32) } }),
  one('Cast', {
    row: 'Cast(float16)', inputType: 'float16', outputType: 'float32', onConstant: true,
    attributes: { to: int(tensorTypes.float32) },
  }),
  one('QuantizeLinear', { outputType: 'uint8', constants: [scale, zero('uint8')] }),
  one('DequantizeLinear', { inputType: 'uint8', outputType: 'float32', constants: [scale, zero('uint8')] }),
  ...(['int8', 'int32'] as const).map(inputType => one('DequantizeLinear', {
    row: `DequantizeLinear(${inputType})`, inputType, outputType: 'float32', onConstant: true, constants: [scale],
  })),
]

export const operatorCases: readonly OperatorCase[] = [
  ...elementWise, ...windows, ...normalization, ...reductions, ...products, ...recurrent, ...rearrangement, ...types,
]
