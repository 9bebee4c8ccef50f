// The activation layers come in; their settings, each value in a case, on vectors, sequences and pictures, go out.
import type { Sweep } from '../sweep'
import { activationNames } from './activation-names'

const family = 'activation'
const image = [5, 4, 3]

export const activationSweeps: readonly Sweep[] = [
  {
    class: 'Activation', family, inputs: [image], base: { activation: 'relu' }, values: { activation: activationNames },
    also: activationNames.map(activation => ({ activation, inputs: [[9]] })),
  },
  { class: 'ReLU', family, inputs: [image], values: { maxValue: [6, 0.5, 2.25] }, also: [{ inputs: [[7]] }] },
  { class: 'LeakyReLU', family, inputs: [image], values: { alpha: [0.01, 0.7, 1.5] }, also: [{ inputs: [[7]] }] },
  {
    class: 'PReLU', family, inputs: [image], values: { sharedAxes: [1, [1, 2], [2], [3], [1, 2, 3]] },
    also: [{ inputs: [[7]] }, { inputs: [[4, 3]] }, { inputs: [[4, 3]], sharedAxes: [1] }],
  },
  { class: 'ELU', family, inputs: [image], values: { alpha: [1] }, also: [{ inputs: [[7]] }] },
  { class: 'ThresholdedReLU', family, inputs: [image], values: { theta: [0, 0.3, 2] }, also: [{ inputs: [[7]] }] },
  {
    class: 'Softmax', family, inputs: [[7]], values: { axis: [-1, 1] },
    also: [
      { inputs: [[4, 3]], axis: -1 }, { inputs: [[4, 3]], axis: 2 }, { inputs: [image], axis: -1 }, { inputs: [image], axis: 3 },
      { inputs: [image], axis: [-1] }, { inputs: [image], axis: [1, 2] }, { inputs: [image], axis: [2, 3] },
    ],
  },
]
