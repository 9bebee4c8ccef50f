// A SimpleRNN layer comes in; an RNN node, and its outputs in tfjs's order, go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitRecurrent } from './recurrent'

export const emitSimpleRNN = (context: LayerContext): Value[] => emitRecurrent(context)
