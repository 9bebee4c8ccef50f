// The layers that join tensors come in; two and more inputs, equal and different ranks, every axis, go out.
import type { Sweep } from '../sweep'

const image = [4, 3, 5]

const elementWise = ['Add', 'Multiply', 'Average', 'Maximum', 'Minimum'].map((className): Sweep => ({
  class: className, family: 'merge', inputs: [image, image],
  also: [
    { inputs: [[6], [6]] }, { inputs: [image, image, image] }, { inputs: [[4, 3], [4, 3], [4, 3], [4, 3]] },
    { inputs: [image, [5]] }, { inputs: [[3, 5], image] },
    { inputs: [image, [4, 3, 1]] }, { inputs: [[1, 1, 5], image] },
  ],
}))

export const mergeSweeps: readonly Sweep[] = [
  ...elementWise,
  {
    class: 'Concatenate', family: 'merge', inputs: [image, image], values: { axis: [-1, 1, 2, 3] },
    also: [
      { inputs: [[4, 3, 2], [4, 3, 5], [4, 3, 1]] }, { inputs: [[2, 3, 5], [4, 3, 5]], axis: 1 },
      { inputs: [[4, 1, 5], [4, 3, 5]], axis: 2 }, { inputs: [[6], [3]] }, { inputs: [[6], [3]], axis: 1 },
      { inputs: [[4, 3], [2, 3]], axis: 1 },
    ],
  },
  {
    class: 'Dot', family: 'merge', inputs: [[6], [6]], base: { axes: 1 },
    values: { axes: [1, -1, [1, 1]], normalize: [true, false] },
    also: [
      { inputs: [[4, 3], [5, 3]], axes: 2 }, { inputs: [[4, 3], [5, 3]], axes: -1, normalize: true },
      { inputs: [[4, 3], [4, 5]], axes: 1 }, { inputs: [[4, 3], [4, 5]], axes: 1, normalize: true },
      { inputs: [[4, 3], [3, 5]], axes: [2, 1] }, { inputs: [[4, 3], [5, 4]], axes: [1, 2] },
      { inputs: [[4, 3], [5, 4]], axes: [1, 2], normalize: true },
      { inputs: [[7], [7, 5]], axes: [1, 1] }, { inputs: [[3, 5], [5]], axes: [2, 1] },
    ],
  },
]
