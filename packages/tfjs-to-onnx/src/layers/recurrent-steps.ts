// A cell whose activations no recurrent node knows comes in; its steps, written one after the other, go out.
import { int } from '../attribute'
import type { Attributes } from '../attribute'
import { ConversionError } from '../conversion-error'
import { ElementWise } from '../element-wise'
import type { LayerContext } from '../layer-context'
import { sliceLast } from '../slice-node'
import type { Operand, Shape, Value } from '../value'
import { applyActivation } from './activation-table'
import type { Cell } from './recurrent-cell'
import type { CellResult, CellRun } from './recurrent-node'

/** About a dozen nodes a step. */
const mostSteps = 512

/** The states of one step to those of the next; the first is what the cell gives. No states stand for zeros. */
type Step = (writer: StepWriter, projected: Value, states: readonly Value[]) => Value[]

export function addRecurrentSteps(context: LayerContext, run: CellRun): CellResult {
  const { cell, sequence, isReverse, initialStates } = run
  const length = countSteps(context, sequence)
  const writer = new StepWriter(context, cell, sequence.shape[1])
  const projected = writer.project(sequence)
  const times = [...Array.from({ length }).keys()]
  const outputs = new Map<number, Value>()
  let states: readonly Value[] = initialStates
  for (const time of isReverse ? times.reverse() : times) {
    states = stepTable[cell.operator](writer, writer.at(projected, time), states)
    outputs.set(time, states[0])
  }
  const ordered = Array.from({ length }, (_, time) => outputs.get(time)).filter(value => value !== undefined)
  return { steps: writer.stack(ordered), states }
}

function countSteps({ layer }: LayerContext, { shape: [length] }: Value): number {
  if (typeof length === 'number' && length > 0 && length <= mostSteps) return length
  const message = `Cannot convert layer "${layer}": its activations are written step by step, which needs a known `
    + `number of steps up to ${mostSteps}; it has ${length}. Use relu, tanh, sigmoid, hardSigmoid, elu, softsign or `
    + 'softplus, or give the input a known length.'
  throw new ConversionError('dimension-unknown', message, { layer, key: 'activation' })
}

const stepTable: Readonly<Record<Cell['operator'], Step>> = {
  RNN: (writer, projected, [hidden]) => {
    const sum = hidden ? writer.add(projected, writer.recur(hidden)) : projected
    return [writer.activate(0, sum)]
  },
  GRU: (writer, projected, [hidden]) => {
    const [update, reset, candidate] = writer.gates(projected, 3)
    const inner = hidden ? writer.gates(writer.recur(hidden, 0, 2), 2) : []
    const gate = (value: Value, i: number): Value =>
      writer.activate(0, hidden ? writer.add(value, inner[i]) : value)
    const kept = gate(update, 0)
    const recalled = hidden && writer.recur(writer.multiply(gate(reset, 1), hidden), 2, 3)
    const proposed = writer.activate(1, recalled ? writer.add(candidate, recalled) : candidate)
    const renewed = writer.multiply(writer.rest(kept), proposed)
    return [hidden ? writer.add(writer.multiply(kept, hidden), renewed) : renewed]
  },
  LSTM: (writer, projected, [hidden, carry]) => {
    const sum = hidden ? writer.add(projected, writer.recur(hidden)) : projected
    const [input, forget, candidate, output] = writer.gates(sum, 4)
    const written = writer.multiply(writer.activate(0, input), writer.activate(1, candidate))
    const cell = carry ? writer.add(writer.multiply(writer.activate(0, forget), carry), written) : written
    return [writer.multiply(writer.activate(0, output), writer.activate(2, cell)), cell]
  },
}

/** The few operations steps consist of, on values [N, units] or [N, gates * units]. */
class StepWriter {
  constructor(readonly context: LayerContext, readonly cell: Cell, readonly batch: Shape[number]) {}

  /** The part that does not depend on the states, for all steps at once: [T, N, gates * units]. */
  project(sequence: Value): Value {
    const { graph } = this.context
    const { path, kernel, bias } = this.cell
    const product = this.#multiplyMatrix(sequence, graph.addWeight(`${path}/kernel`, kernel.shape, kernel.data))
    return bias ? this.add(product, graph.addWeight(`${path}/bias`, bias.shape, bias.data)) : product
  }

  at(projected: Value, time: number): Value {
    const { graph } = this.context
    const index = graph.addConstant(`${this.cell.path}/time`, 'int64', [time])
    return this.#node('Gather', [projected, index], projected.shape.slice(1), { axis: int(0) })
  }

  /** Product of a state with the columns of some gates of the recurrent kernel, by default all. */
  recur(hidden: Value, begin = 0, end = this.cell.gates.length): Value {
    const { path, units, gates, recurrentKernel: { data } } = this.cell
    const [width, first, columns] = [gates.length * units, begin * units, (end - begin) * units]
    const part = Float64Array.from({ length: units * columns }, (_, i) =>
      data[Math.floor(i / columns) * width + first + i % columns])
    const kernel = this.context.graph.addWeight(`${path}/recurrent_kernel`, [units, columns], part)
    return this.#multiplyMatrix(hidden, kernel)
  }

  gates(value: Value, count: number): Value[] {
    const { units, path } = this.cell
    const place = { graph: this.context.graph, layer: path }
    return Array.from({ length: count }, (_, i) => sliceLast(place, value, i * units, (i + 1) * units))
  }

  activate(position: number, value: Value): Value {
    return applyActivation({ ...this.context, layer: this.cell.path }, this.cell.activations[position], value)
  }

  add(left: Value, right: Operand): Value {
    return this.#node('Add', [left, right], left.shape)
  }

  multiply(left: Value, right: Value): Value {
    return this.#node('Mul', [left, right], left.shape)
  }

  /** 1 - x */
  rest(value: Value): Value {
    const one = new ElementWise(this.context.graph, this.cell.path, value).number(1)
    return this.#node('Sub', [one, value], value.shape)
  }

  stack(steps: readonly Value[]): Value {
    const { graph } = this.context
    const axes = graph.addConstant(`${this.cell.path}/axes`, 'int64', [0], [1])
    const rows = steps.map(step => this.#node('Unsqueeze', [step, axes], [1, ...step.shape]))
    const shape = [steps.length, ...steps[0].shape]
    return this.#node('Concat', rows, shape, { axis: int(0) })
  }

  #multiplyMatrix(left: Value, right: Operand): Value {
    const columns = right.kind === 'absent' ? 0 : right.shape[1]
    return this.#node('MatMul', [left, right], [...left.shape.slice(0, -1), columns])
  }

  #node(operator: string, inputs: readonly Operand[], shape: Shape, attributes?: Attributes): Value {
    return this.context.graph.addNode({ operator, layer: this.cell.path, inputs, shape, attributes })
  }
}
