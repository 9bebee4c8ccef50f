// A SimpleRNN, GRU, LSTM or RNN layer comes in; its recurrent nodes, and its outputs in tfjs's order, go out.
import type { LayerContext } from '../layer-context'
import type { Value } from '../value'
import { emitRecurrence, presentSteps, readRecurrence, swapBatchAndTime } from './recurrence'

export function emitRecurrent(context: LayerContext): Value[] {
  const { layer, live, config, orders, inputs: [input, ...initialStates] } = context
  const recurrence = readRecurrence(context, live, config, layer)
  const sequence = swapBatchAndTime(context, layer, orders.toLogical(input))
  const { steps, states } = emitRecurrence(context, recurrence, sequence, initialStates)
  const output = recurrence.returnSequences
    ? presentSteps(context, layer, steps, recurrence.goBackwards)
    : states[0]
  return recurrence.returnState ? [output, ...states] : [output]
}
