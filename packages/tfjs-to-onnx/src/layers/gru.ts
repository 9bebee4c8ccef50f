// A GRU layer comes in; a GRU node, and its outputs in tfjs's order, go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitRecurrent } from './recurrent'

export const emitGRU = (context: LayerContext): Value[] => emitRecurrent(context)
