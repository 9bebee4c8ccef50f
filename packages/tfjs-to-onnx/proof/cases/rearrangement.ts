// The layers that move, pad, enlarge or look up numbers come in; every setting, each value in a case, goes out.
import type { Sweep } from '../sweep'

const image = [5, 4, 3]
const dataFormat = ['channelsLast', 'channelsFirst']
const margins = [0, 1, [2, 1], [[1, 2], [3, 0]], [[0, 1], [2, 3]]]
const crops = [1, [2, 1], [[1, 2], [3, 0]], [[0, 1], [2, 1]], 0]

export const rearrangementSweeps: readonly Sweep[] = [
  {
    class: 'Flatten', family: 'rearrangement', inputs: [image], values: { dataFormat },
    also: [{ inputs: [[5, 4]] }, { inputs: [[5, 4]], dataFormat: 'channelsFirst' }, { inputs: [[2, 3, 2, 2]] }],
  },
  {
    class: 'Reshape', family: 'rearrangement', inputs: [image], base: { targetShape: [60] },
    values: { targetShape: [[3, 20], [6, 5, 2], [-1], [null, 4], [3, -1, 2], [5, 4, 3], [2, 3, 2, 5]] },
    also: [{ inputs: [[6]], targetShape: [2, 3] }, { inputs: [[6]], targetShape: [1, 6, 1] }],
  },
  {
    class: 'Permute', family: 'rearrangement', inputs: [image], base: { dims: [1, 2, 3] },
    values: { dims: [[1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] }, also: [{ inputs: [[5, 4]], dims: [2, 1] }],
  },
  { class: 'RepeatVector', family: 'rearrangement', inputs: [[4]], base: { n: 3 }, values: { n: [1, 5] } },
  {
    class: 'ZeroPadding2D', family: 'resampling', inputs: [image], values: { padding: margins, dataFormat }, mixtures: 3,
  },
  {
    class: 'Cropping2D', family: 'resampling', inputs: [[7, 6, 5]], base: { cropping: 1 },
    values: { cropping: crops, dataFormat }, mixtures: 3,
  },
  {
    class: 'UpSampling2D', family: 'resampling', inputs: [[4, 3, 2]], mixtures: 4,
    values: { size: [[2, 2], [3, 2], [1, 3]], interpolation: ['nearest', 'bilinear'], dataFormat },
    also: [
      { size: [3, 4], interpolation: 'bilinear' }, { size: [2, 3], interpolation: 'nearest', inputs: [[5, 7, 1]] },
      { size: [2, 3], interpolation: 'bilinear', dataFormat: 'channelsFirst' },
    ],
  },
]

const tokens = { shape: [5], below: 7 }

export const lookupSweeps: readonly Sweep[] = [
  {
    class: 'Embedding', family: 'lookup', inputs: [tokens], base: { inputDim: 7, outputDim: 4 },
    values: { inputDim: [9], outputDim: [1, 6], inputLength: [5], maskZero: [true, false] },
    also: [{ inputs: [{ shape: [3, 2], below: 7 }] }, { inputs: [{ shape: [5], below: 7, dataType: 'int32' }] }],
  },
  { class: 'Masking', family: 'lookup', inputs: [{ shape: [6, 2], below: 2 }], values: { maskValue: [0, 1] } },
  {
    class: 'Rescaling', family: 'lookup', inputs: [image], base: { scale: 1 / 255 },
    values: { scale: [2.5, -0.1], offset: [0, -1, 0.3] },
  },
  ...['Dropout', 'GaussianDropout', 'AlphaDropout'].map((name): Sweep => ({
    class: name, family: 'lookup', inputs: [image], base: { rate: 0.5 },
    values: { rate: [0, 0.9], ...(name === 'GaussianDropout' ? {} : { seed: [3] }) },
    also: name === 'GaussianDropout' ? [] : [{ noiseShape: [null, 1, 1, 3] }],
  })),
  { class: 'SpatialDropout1D', family: 'lookup', inputs: [[5, 4]], base: { rate: 0.5 }, values: { rate: [0.2], seed: [3] } },
  { class: 'GaussianNoise', family: 'lookup', inputs: [image], base: { stddev: 0.5 }, values: { stddev: [0.1, 2] } },
]
