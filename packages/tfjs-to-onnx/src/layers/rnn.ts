// An RNN layer comes in; a node for each of its cells, and its outputs in tfjs's order, go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitRecurrent } from './recurrent'

export const emitRNN = (context: LayerContext): Value[] => emitRecurrent(context)
