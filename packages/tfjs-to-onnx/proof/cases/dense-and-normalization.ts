// Dense and the normalisation layers come in; their settings, each value in a case, on every rank, go out.
import type { Sweep } from '../sweep'
import { activationNames } from './activation-names'

const flags = { scale: [true, false], center: [true, false] }

export const denseSweeps: readonly Sweep[] = [{
  class: 'Dense', family: 'dense', inputs: [[6]], base: { units: 4 },
  values: { units: [1, 7], activation: activationNames, useBias: [true, false] },
  also: [
    { inputs: [[1]] },
    { inputs: [[3, 6]] }, { inputs: [[3, 6]], useBias: false, activation: 'softmax' },
    { inputs: [[3, 5, 2]] }, { inputs: [[3, 5, 2]], useBias: false }, { inputs: [[2, 3, 4, 2]] },
  ],
}]

export const normalizationSweeps: readonly Sweep[] = [
  {
    class: 'BatchNormalization', family: 'normalization', inputs: [[5, 4, 3]],
    values: { axis: [-1, 3, 1, 2, -2], epsilon: [1e-5, 0.1], momentum: [0.5], ...flags },
    also: [
      { scale: false, center: false },
      { inputs: [[6]] }, { inputs: [[6]], axis: 1, epsilon: 0.2 }, { inputs: [[6]], scale: false },
      { inputs: [[5, 4]] }, { inputs: [[5, 4]], axis: 1 }, { inputs: [[5, 4]], center: false },
    ],
  },
  {
    class: 'LayerNormalization', family: 'normalization', inputs: [[5, 4, 3]],
    values: { axis: [-1, 3, 1, 2, [-1], [2, 3], [1, 2, 3], [1, 2], [1, 3]], epsilon: [1e-5, 0.1], ...flags },
    also: [
      { scale: false, center: false },
      { inputs: [[6]] }, { inputs: [[5, 4]] }, { inputs: [[5, 4]], axis: 1 }, { inputs: [[5, 4]], axis: [1, 2], scale: false },
    ],
  },
]
