// A cell and a sequence [T, N, features] come in; an RNN, GRU or LSTM node and its steps and last states go out.
import { int, text, texts } from '../attribute'
import type { LayerContext } from '../layer-context'
import { permute } from '../permute'
import { absent } from '../value'
import type { Initializer, Value } from '../value'
import type { Cell } from './recurrent-cell'

/** What a cell gives, in the order of time whatever its direction. */
export interface CellResult {
  /** [T, N, units] */
  readonly steps: Value
  /** After the last step: [N, units] each. */
  readonly states: readonly Value[]
}

export interface CellRun {
  readonly cell: Cell
  /** [T, N, features] */
  readonly sequence: Value
  readonly isReverse: boolean
  /** [N, units] each; zeros where there are none. */
  readonly initialStates: readonly Value[]
}

/**
 * tfjs name -> ONNX name, for those that need no parameters and mean the same by default. Not Softplus, which overflows
 * inside ONNX Runtime's recurrent nodes from about 88 on; it is written step by step.
 */
const activationNames: Readonly<Record<string, string>> = {
  relu: 'Relu', tanh: 'Tanh', sigmoid: 'Sigmoid', hardSigmoid: 'HardSigmoid', elu: 'Elu', softsign: 'Softsign',
}

export const hasNode = ({ activations }: Cell): boolean =>
  activations.every(name => Object.hasOwn(activationNames, name))

export function addRecurrentNode(context: LayerContext, run: CellRun): CellResult {
  const { graph } = context
  const { cell: { operator, units, path, activations, states }, sequence, isReverse, initialStates } = run
  const [time, batch] = sequence.shape
  const state = [1, batch, units]
  const outputs = graph.addNodeWithOutputs({
    operator,
    layer: path,
    inputs: [
      sequence,
      ...addWeights(context, run.cell),
      ...(run.cell.bias || initialStates.length === 0 ? [] : [absent]),
      ...(initialStates.length > 0 ? [absent, ...initialStates.map(value => addDirection(context, value, path))] : []),
    ],
    shape: [time, 1, batch, units],
    attributes: {
      hidden_size: int(units),
      direction: text(isReverse ? 'reverse' : 'forward'),
      activations: texts(activations.map(name => activationNames[name])),
      ...(operator === 'GRU' ? { linear_before_reset: int(0) } : {}),
    },
  }, Array.from({ length: states }, () => state))
  const [steps, ...last] = outputs
  const axis = (number: number): Initializer => graph.addConstant(`${path}/axes`, 'int64', [number], [1])
  const squeeze = (value: Value, direction: number): Value => graph.addNode({
    operator: 'Squeeze',
    layer: path,
    inputs: [value, axis(direction)],
    shape: value.shape.filter((_, i) => i !== direction),
  })
  return { steps: squeeze(steps, 1), states: last.map(value => squeeze(value, 0)) }
}

function addWeights({ graph }: LayerContext, cell: Cell): Initializer[] {
  const { path, kernel, recurrentKernel, bias, gates, units } = cell
  const forGates = ({ shape: [rows], data }: Cell['kernel']): Float64Array =>
    // [rows, gates, units] -> [gates, units, rows]
    reorder(permute(data, [rows, gates.length, units], [1, 2, 0]), gates, units * rows)
  const width = gates.length * units
  const [features] = kernel.shape
  const weights = [
    graph.addWeight(`${path}/kernel`, [1, width, features], forGates(kernel)),
    graph.addWeight(`${path}/recurrent_kernel`, [1, width, units], forGates(recurrentKernel)),
  ]
  if (!bias) return weights
  // ONNX has a second bias for the recurrent product, which tfjs does not have.
  const both = new Float64Array(2 * width)
  both.set(reorder(bias.data, gates, units))
  return [...weights, graph.addWeight(`${path}/bias`, [1, 2 * width], both)]
}

function reorder(data: Float64Array, gates: readonly number[], size: number): Float64Array {
  const reordered = new Float64Array(data.length)
  gates.forEach((gate, i) => reordered.set(data.subarray(gate * size, (gate + 1) * size), i * size))
  return reordered
}

// [N, units] -> [1, N, units]
function addDirection({ graph }: LayerContext, value: Value, path: string): Value {
  const axes = graph.addConstant(`${path}/axes`, 'int64', [0], [1])
  return graph.addNode({ operator: 'Unsqueeze', layer: path, inputs: [value, axes], shape: [1, ...value.shape] })
}
