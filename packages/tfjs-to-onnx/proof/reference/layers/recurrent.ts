// A recurrent layer or a stack of cells comes in; its cells stepped through time, with its states, go out.
import { activate } from '../activations'
import type { ReferenceCall } from '../reference-layer'
import type { SerializedLayer } from '../serialized-layer'
import { Settings } from '../settings'
import { combine, read, tabulate } from '../tensor'
import type { Tensor } from '../tensor'
import { addBias } from './convolution'
import { multiply } from './dense'

/** One step: features and states in, new states out; the first state is the output. */
type Cell = (settings: Settings, weights: readonly Tensor[], input: Tensor, states: readonly Tensor[]) => Tensor[]

const sum = (left: Tensor, right: Tensor): Tensor => combine([left, right], (a, b) => a + b)
const product = (left: Tensor, right: Tensor): Tensor => combine([left, right], (a, b) => a * b)

/** Gate number `index` of a matrix whose columns hold the gates side by side. */
const gate = (matrix: Tensor, index: number, units: number): Tensor =>
  tabulate([...matrix.shape.slice(0, -1), units], position =>
    read(matrix, [...position.slice(0, -1), index * units + position[position.length - 1]]))

const simple: Cell = (settings, [kernel, recurrent, bias], input, [h]) =>
  [activate(settings.text('activation'), sum(addBias(multiply(input, kernel), bias), multiply(h, recurrent)))]

/** Gates z, r, h; the reset gate acts before the recurrent product (reset_after = false). */
const gated: Cell = (settings, [kernel, recurrent, bias], input, [h]) => {
  const units = settings.number('units')
  const x = addBias(multiply(input, kernel), bias)
  const inner = (index: number, state: Tensor): Tensor =>
    sum(gate(x, index, units), multiply(state, gate(recurrent, index, units)))
  const update = activate(settings.text('recurrentActivation'), inner(0, h))
  const reset = activate(settings.text('recurrentActivation'), inner(1, h))
  const candidate = activate(settings.text('activation'), inner(2, product(reset, h)))
  return [combine([update, h, candidate], (z, old, fresh) => z * old + (1 - z) * fresh)]
}

/** Gates i, f, c, o; states h and c. */
const longShortTerm: Cell = (settings, [kernel, recurrent, bias], input, [h, c]) => {
  const units = settings.number('units')
  const all = sum(addBias(multiply(input, kernel), bias), multiply(h, recurrent))
  const squash = (index: number, key: string): Tensor => activate(settings.text(key), gate(all, index, units))
  const kept = product(squash(1, 'recurrentActivation'), c)
  const memory = sum(kept, product(squash(0, 'recurrentActivation'), squash(2, 'activation')))
  return [product(squash(3, 'recurrentActivation'), activate(settings.text('activation'), memory)), memory]
}

const cells: Readonly<Record<string, { readonly states: number, readonly step: Cell }>> = {
  SimpleRNNCell: { states: 1, step: simple },
  GRUCell: { states: 1, step: gated },
  LSTMCell: { states: 2, step: longShortTerm },
}

interface CellInPlace {
  readonly settings: Settings
  readonly weights: readonly Tensor[]
  readonly states: number
  readonly step: Cell
}

/** Layers that are one cell: SimpleRNN, GRU and LSTM. */
export const recurrentLayer = (cellName: string) => (call: ReferenceCall): Tensor[] =>
  stepThrough(call, [{ settings: call.settings, weights: call.weights, ...cells[cellName] }])

/** RNN around a cell, or around StackedRNNCells. */
export function recurrentNetwork(call: ReferenceCall): Tensor[] {
  const { className, config } = call.settings.serialized('cell')
  const list = className === 'StackedRNNCells' ? config.cells as SerializedLayer[] : [{ className, config }]
  let used = 0
  return stepThrough(call, list.map((cell) => {
    const settings = new Settings(cell.config)
    const count = settings.flag('useBias') ? 3 : 2
    used += count
    return { settings, weights: call.weights.slice(used - count, used), ...cells[cell.className] }
  }))
}

function stepThrough({ settings, inputs: [input, ...initial] }: ReferenceCall, stack: CellInPlace[]): Tensor[] {
  const [batch, steps, features] = input.shape
  // tfjs keeps the states of a stack with the last cell's in front.
  let states = initial.length > 0 ? initial : [...stack].reverse().flatMap(cell =>
    Array.from({ length: cell.states }, () => tabulate([batch, cell.settings.number('units')], () => 0)))
  const outputs: Tensor[] = []
  for (let step = 0; step < steps; step += 1) {
    const time = settings.flag('goBackwards') ? steps - 1 - step : step
    states = stepOnce(stack, tabulate([batch, features], ([n, f]) => read(input, [n, time, f])), states)
    outputs.push(states[0])
  }
  const last = outputs[outputs.length - 1]
  const sequence = tabulate([batch, steps, last.shape[1]], ([n, t, f]) => read(outputs[t], [n, f]))
  const output = settings.flag('returnSequences') ? sequence : last
  return settings.flag('returnState') ? [output, ...states] : [output]
}

function stepOnce(stack: readonly CellInPlace[], input: Tensor, states: readonly Tensor[]): Tensor[] {
  let rest = [...states]
  let signal = input
  let fresh: Tensor[] = []
  for (const { settings, weights, states: count, step } of stack) {
    const own = step(settings, weights, signal, rest.slice(rest.length - count))
    rest = rest.slice(0, rest.length - count)
    fresh = [...own, ...fresh]
    signal = own[0]
  }
  return fresh
}
