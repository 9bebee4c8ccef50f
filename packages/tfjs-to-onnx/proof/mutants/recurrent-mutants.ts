// Nothing in; faults in recurrent layers and wrappers, out.
import type { Mutant } from './mutant'

const all = ['SimpleRNN', 'GRU', 'LSTM']

export const recurrentMutants: readonly Mutant[] = [
  {
    id: 'lstm-gate-order', file: 'layers/recurrent-cell.ts', classes: ['LSTM'],
    find: 'gates: [0, 3, 1, 2]', replace: 'gates: [0, 1, 2, 3]',
  },
  {
    id: 'gru-gates-swapped', file: 'layers/recurrent-cell.ts', classes: ['GRU'],
    find: 'gates: [0, 1, 2]', replace: 'gates: [1, 0, 2]',
  },
  {
    id: 'gru-linear-before-reset', file: 'layers/recurrent-node.ts', classes: ['GRU'],
    find: 'linear_before_reset: int(0)', replace: 'linear_before_reset: int(1)',
  },
  {
    id: 'recurrent-direction-ignored', file: 'layers/recurrent-node.ts', classes: all,
    find: "text(isReverse ? 'reverse' : 'forward')", replace: "text('forward')",
  },
  {
    id: 'recurrent-default-activations', file: 'layers/recurrent-node.ts', classes: ['GRU', 'LSTM'],
    find: 'activations.map(name => activationNames[name])',
    replace: "activations.map((_, i) => i === 0 ? 'Sigmoid' : 'Tanh')",
  },
  {
    id: 'recurrent-bias-dropped', file: 'layers/recurrent-node.ts', classes: all,
    find: 'both.set(reorder(bias.data, gates, units))', replace: 'both.set(reorder(bias.data, gates, units).map(() => 0))',
  },
  {
    id: 'backwards-sequence-in-order-of-time', file: 'layers/recurrence.ts', classes: all,
    find: 'isReversed ? addReversal(place, steps, 0) : steps', replace: 'isReversed ? steps : steps',
  },
  {
    id: 'stacked-states-in-order-of-cells', file: 'layers/recurrence.ts', classes: ['RNN'],
    find: 'states.unshift(...result.states)', replace: 'states.push(...result.states)',
  },
  {
    id: 'bidirectional-second-half-not-turned', file: 'layers/bidirectional.ts', classes: ['Bidirectional'],
    find: 'second.steps, !backward.goBackwards)', replace: 'second.steps, backward.goBackwards)',
  },
  {
    id: 'bidirectional-directions-swapped', file: 'layers/bidirectional.ts', classes: ['Bidirectional'],
    find: 'inputs: [forward, backward], shape, attributes', replace: 'inputs: [backward, forward], shape, attributes',
  },
  {
    id: 'bidirectional-sum-for-mean', file: 'layers/bidirectional.ts', classes: ['Bidirectional'],
    find: 'math.number(0.5)', replace: 'math.number(1)',
  },
  {
    id: 'step-by-step-gate-inverted', file: 'layers/recurrent-steps.ts', classes: ['GRU'],
    find: 'writer.multiply(writer.rest(kept), proposed)', replace: 'writer.multiply(kept, proposed)',
  },
]
