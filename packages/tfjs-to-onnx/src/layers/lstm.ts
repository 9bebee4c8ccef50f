// An LSTM layer comes in; an LSTM node, and its outputs in tfjs's order, go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitRecurrent } from './recurrent'

export const emitLSTM = (context: LayerContext): Value[] => emitRecurrent(context)
