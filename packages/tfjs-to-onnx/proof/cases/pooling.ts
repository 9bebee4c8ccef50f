// The pooling layers come in; their settings, each value in a case, on sizes that all differ, go out.
import type { Sweep } from '../sweep'

const padding = ['valid', 'same']
const dataFormat = ['channelsLast', 'channelsFirst']

const sizes: Readonly<Record<number, Pick<Sweep, 'inputs' | 'values' | 'also'>>> = {
  1: {
    inputs: [[9, 4]],
    values: { poolSize: [2, 3, [4]], strides: [1, 2, [3]], padding },
    also: [{ poolSize: 3, strides: 2, padding: 'same' }, { poolSize: 2, strides: 3, padding: 'same' }],
  },
  2: {
    inputs: [[7, 5, 3]],
    values: { poolSize: [2, [3, 2]], strides: [1, 2, [2, 1], [1, 3]], padding, dataFormat },
    also: [
      { poolSize: [3, 2], strides: [2, 3], padding: 'same' },
      { poolSize: [2, 4], strides: 1, padding: 'same' },
      { poolSize: [3, 2], strides: [2, 1], padding: 'same', dataFormat: 'channelsFirst', inputs: [[4, 7, 5]] },
      { poolSize: 1, strides: 2, padding: 'same' },
    ],
  },
  3: {
    inputs: [[4, 5, 3, 2]],
    values: { poolSize: [2, [1, 2, 3]], strides: [1, [2, 1, 3]], padding, dataFormat },
    also: [
      { poolSize: [3, 2, 2], strides: [2, 1, 1], padding: 'same' },
      { poolSize: 1, strides: 2, padding: 'same' },
    ],
  },
}

const window = (kind: 'Max' | 'Average', rank: number): Sweep =>
  ({ class: `${kind}Pooling${rank}D`, family: 'pooling', mixtures: 3, ...sizes[rank], isValid: fits })

// With channels first, the last two lengths are the picture: a window must not be larger than that.
const fits: Sweep['isValid'] = ({ poolSize, padding: mode, dataFormat: format }) =>
  mode === 'same' || format !== 'channelsFirst' || [poolSize ?? 2].flat().every(size => Number(size) <= 3)

const overall = (kind: 'Max' | 'Average', rank: number): Sweep => ({
  class: `Global${kind}Pooling${rank}D`, family: 'pooling', inputs: rank === 1 ? [[7, 4]] : [[7, 5, 3]],
  values: rank === 1 ? {} : { dataFormat },
  also: rank === 1 ? [{ inputs: [[1, 3]] }] : [{ inputs: [[1, 1, 3]] }, { inputs: [[6, 4, 1]] }],
})

export const poolingSweeps: readonly Sweep[] = (['Max', 'Average'] as const).flatMap(kind =>
  [window(kind, 1), window(kind, 2), window(kind, 3), overall(kind, 1), overall(kind, 2)])
