// Nothing comes in; every serialisable class of tfjs-layers that can be converted, with its part in a model, goes out.
import { functionalClassNames, sequentialClassName } from '../live-model'
import { layerTable } from './layer-table'
import { cellTable, stackedCellsClass } from './recurrent-cell'

export interface SupportedClasses {
  readonly layers: readonly string[]
  /** Only inside an RNN, SimpleRNN, GRU or LSTM layer, as in tfjs. */
  readonly cells: readonly string[]
  /** A model may be a layer of another one; it is inlined. */
  readonly models: readonly string[]
}

export const supportedClasses: SupportedClasses = {
  layers: Object.keys(layerTable),
  cells: [...Object.keys(cellTable), stackedCellsClass],
  models: [...functionalClassNames, sequentialClassName],
}
