// A live recurrent cell comes in; its kind, weights and activations, ready for any way of writing them, go out.
import { LayerConfig } from '../layer-config'
import type { LayerContext } from '../layer-context'
import type { Weight } from '../layer-weights'
import { innerLayersOf } from '../live-model'
import type { LiveLayer } from '../live-model'
import { refuseQuirk } from '../quirks'
import { readActivation } from './activation-table'

interface CellKind {
  readonly operator: 'RNN' | 'GRU' | 'LSTM'
  /** Position in tfjs's weights of each of ONNX's gates, in ONNX's order. */
  readonly gates: readonly number[]
  /** Tensors it hands from step to step. */
  readonly states: number
  /** Settings that name ONNX's activations, in ONNX's order. */
  readonly activations: readonly ('activation' | 'recurrentActivation')[]
}

export const cellTable: Readonly<Record<string, CellKind>> = {
  SimpleRNNCell: { operator: 'RNN', gates: [0], states: 1, activations: ['activation'] },
  // tfjs: update, reset, candidate; the same in ONNX.
  GRUCell: { operator: 'GRU', gates: [0, 1, 2], states: 1, activations: ['recurrentActivation', 'activation'] },
  // tfjs: input, forget, candidate, output; ONNX: input, output, forget, candidate.
  LSTMCell: {
    operator: 'LSTM', gates: [0, 3, 1, 2], states: 2, activations: ['recurrentActivation', 'activation', 'activation'],
  },
}

/** Holds cells that work one on top of the other. */
export const stackedCellsClass = 'StackedRNNCells'

export interface Cell extends Omit<CellKind, 'activations'> {
  /** Path of the layer, and of the cell where there are several. */
  readonly path: string
  readonly units: number
  /** Names as tfjs serializes them, in ONNX's order. */
  readonly activations: readonly string[]
  /** [features, gates * units] */
  readonly kernel: Weight
  /** [units, gates * units] */
  readonly recurrentKernel: Weight
  /** [gates * units] */
  readonly bias: Weight | undefined
}

/** @returns the cells of a recurrent layer, the one that sees the input first. */
export function readCells(context: LayerContext, cell: LiveLayer, path: string): Cell[] {
  if (cell.getClassName() !== stackedCellsClass) return [readCell(context, cell, path)]
  const config = LayerConfig.of(cell, path)
  config.ignore('cells')
  config.assertAllRead()
  return innerLayersOf(cell).flatMap((inner, i) => readCells(context, inner, `${path}/cell_${i}`))
}

function readCell(context: LayerContext, live: LiveLayer, path: string): Cell {
  const className = live.getClassName()
  if (!Object.hasOwn(cellTable, className)) {
    throw context.config.refuse('cell', `${className} is not one of ${Object.keys(cellTable).join(', ')}`)
  }
  const { activations, ...kind } = cellTable[className]
  const config = LayerConfig.of(live, context.layer)
  // Dropout acts in training only, the implementation and the bias of the forget gate change no result.
  config.ignore('dropout', 'recurrentDropout', 'implementation', 'unitForgetBias')
  if (config.optional('resetAfter') === true) throw refuseQuirk(config, 'reset-after', 'resetAfter')
  const weights = context.weightsOf(live)
  const cell = {
    ...kind,
    path,
    units: config.number('units'),
    activations: activations.map(key => readActivation(context, config, key)),
    kernel: weights.get('kernel'),
    recurrentKernel: weights.get('recurrent_kernel'),
    bias: config.boolean('useBias') ? weights.get('bias') : undefined,
  }
  config.assertAllRead()
  return cell
}
