// A recurrent layer and its input come in; its steps and last states, cell upon cell, go out.
import { ints } from '../attribute'
import { addReversal } from '../slice-node'
import { LayerConfig } from '../layer-config'
import type { LayerContext } from '../layer-context'
import { innerLayersOf } from '../live-model'
import type { LiveLayer } from '../live-model'
import { refuseQuirk } from '../quirks'
import type { Value } from '../value'
import { readCells } from './recurrent-cell'
import type { Cell } from './recurrent-cell'
import { addRecurrentNode, hasNode } from './recurrent-node'
import { addRecurrentSteps } from './recurrent-steps'

export interface Recurrence {
  readonly path: string
  readonly cells: readonly Cell[]
  readonly returnSequences: boolean
  readonly returnState: boolean
  readonly goBackwards: boolean
}

export interface RecurrenceResult {
  /** [T, N, units], in the order of time. */
  readonly steps: Value
  /** [N, units] each, in tfjs's order: the last cell first. */
  readonly states: readonly Value[]
}

/** Reads a SimpleRNN, GRU, LSTM or RNN layer; the settings of its cells are read from the cells themselves. */
export function readRecurrence(context: LayerContext, live: LiveLayer, config: LayerConfig, path: string): Recurrence {
  context.masks.read(context.layer)
  const [cell] = innerLayersOf(live)
  config.ignore('cell', 'unroll', ...Object.keys(cell.getConfig()))
  if (config.boolean('stateful')) throw refuseQuirk(config, 'stateful', 'stateful')
  return {
    path,
    cells: readCells(context, cell, path),
    returnSequences: config.boolean('returnSequences'),
    returnState: config.boolean('returnState'),
    goBackwards: config.boolean('goBackwards'),
  }
}

/** [N, T, features] -> [T, N, features], as recurrent nodes take it; the way back is the same. */
export function swapBatchAndTime({ graph }: LayerContext, path: string, value: Value): Value {
  const [first, second, features] = value.shape
  const attributes = { perm: ints([1, 0, 2]) }
  return graph.addNode({
    operator: 'Transpose', layer: path, inputs: [value], shape: [second, first, features], attributes,
  })
}

/** @param initialStates in tfjs's order, [N, units] each; none stand for zeros. */
export function emitRecurrence(
  context: LayerContext,
  { cells, goBackwards, returnState }: Recurrence,
  sequence: Value,
  initialStates: readonly Value[],
): RecurrenceResult {
  if (cells.length > 1 && (returnState || initialStates.length > 0)) context.meet('stacked-state-order')
  const given = new Map<Cell, readonly Value[]>()
  let position = 0
  for (const cell of [...cells].reverse()) {
    given.set(cell, initialStates.slice(position, position + cell.states))
    position += cell.states
  }
  let steps = sequence
  const states: Value[] = []
  for (const cell of cells) {
    const run = { cell, sequence: steps, isReverse: goBackwards, initialStates: given.get(cell) ?? [] }
    const result = hasNode(cell) ? addRecurrentNode(context, run) : addRecurrentSteps(context, run)
    steps = result.steps
    states.unshift(...result.states)
  }
  return { steps, states }
}

/** [N, T, units], from the first step on, or from the last. */
export function presentSteps(context: LayerContext, path: string, steps: Value, isReversed: boolean): Value {
  const place = { graph: context.graph, layer: path }
  return swapBatchAndTime(context, path, isReversed ? addReversal(place, steps, 0) : steps)
}
