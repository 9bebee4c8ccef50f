// The convolution layers come in; their settings, each value in a case, on sizes that all differ, go out.
import type { LayerSettings } from '../graph-spec'
import type { Sweep } from '../sweep'
import { activationNames } from './activation-names'

const padding = ['valid', 'same']
const dataFormat = ['channelsLast', 'channelsFirst']
const useBias = [true, false]

const isMore = (value: unknown): boolean => [value].flat().some(n => Number(n ?? 1) > 1)

/** TensorFlow dilates a convolution only where it does not stride. */
const isValid = ({ strides, dilationRate }: LayerSettings): boolean => !isMore(strides) || !isMore(dilationRate)

export const convolutionSweeps: readonly Sweep[] = [
  {
    class: 'Conv1D', family: 'convolution', inputs: [[9, 4]], base: { filters: 5, kernelSize: 3 }, mixtures: 4, isValid,
    values: {
      filters: [1, 6], kernelSize: [1, 2, [4]], strides: [2, [3]], padding, dilationRate: [2, [3]], activation: activationNames, useBias,
    },
    also: [{ kernelSize: 2, strides: 3, padding: 'same' }, { kernelSize: 1, strides: 2, padding: 'same' }],
  },
  {
    class: 'Conv2D', family: 'convolution', inputs: [[7, 5, 3]], base: { filters: 4, kernelSize: [3, 2] },
    mixtures: 8, isValid,
    values: {
      filters: [1, 6], kernelSize: [1, [2, 3], [1, 3], 3], strides: [2, [2, 1], [1, 3]], padding, dataFormat,
      dilationRate: [2, [1, 2]], activation: activationNames, useBias,
    },
    also: [
      { kernelSize: [2, 3], strides: [3, 2], padding: 'same' },
      { kernelSize: [2, 4], padding: 'same' },
      { kernelSize: [2, 4], padding: 'same', dataFormat: 'channelsFirst', strides: [1, 2] },
      { kernelSize: [2, 3], dilationRate: [3, 1], padding: 'same' },
      { kernelSize: 1, strides: 3, padding: 'same' },
      { activation: 'softmax', dataFormat: 'channelsFirst' },
      { kernelSize: 3, inputs: [[8, 5, 1]] },
      { kernelSize: [1, 2], inputs: [[1, 5, 3]] },
    ],
  },
  {
    class: 'Conv3D', family: 'convolution', inputs: [[4, 5, 3, 2]], base: { filters: 3, kernelSize: [2, 3, 1] },
    mixtures: 3, isValid,
    values: {
      filters: [1, 5], kernelSize: [1, 2, [1, 2, 3]], strides: [2, [1, 2, 3]], padding, dataFormat,
      dilationRate: [[1, 2, 1]], activation: activationNames, useBias,
    },
    also: [
      { kernelSize: 2, padding: 'same', strides: [1, 2, 1] },
      { kernelSize: 1, strides: [2, 1, 1], padding: 'same' },
      { kernelSize: 2, strides: 3, padding: 'same', inputs: [[7, 5, 4, 2]] },
    ],
  },
  {
    class: 'Conv2DTranspose', family: 'convolution', inputs: [[4, 3, 5]], base: { filters: 2, kernelSize: [3, 2] },
    mixtures: 6, isValid,
    values: {
      filters: [1, 6], kernelSize: [1, 4, [2, 3]], strides: [2, [1, 3], [3, 2]], padding, dataFormat, activation: activationNames,
      useBias,
    },
    also: [
      { kernelSize: [2, 3], strides: [3, 2], padding: 'same' },
      { kernelSize: 1, strides: 2 },
      { kernelSize: 1, strides: 3, padding: 'same' },
      { kernelSize: 5, strides: 2, padding: 'same' },
      { kernelSize: [2, 4], padding: 'same' },
    ],
  },
  {
    class: 'Conv3DTranspose', family: 'convolution', inputs: [[2, 3, 4, 2]], base: { filters: 3, kernelSize: [2, 1, 3] },
    mixtures: 3, isValid,
    values: {
      filters: [1, 3], kernelSize: [2, [3, 2, 1]], strides: [2, [1, 2, 1]], padding, dataFormat, activation: activationNames,
      useBias,
    },
    also: [{ kernelSize: 3, strides: 2, padding: 'same' }, { kernelSize: 1, strides: 2, padding: 'same' }],
  },
  {
    class: 'DepthwiseConv2D', family: 'convolution', inputs: [[7, 5, 3]], base: { kernelSize: [3, 2] },
    mixtures: 5, isValid,
    values: {
      kernelSize: [1, 2, [2, 3]], strides: [2, 3], padding, dataFormat, depthMultiplier: [1, 2, 3], activation: activationNames, useBias,
      dilationRate: [2, [1, 3]],
    },
    also: [
      { depthMultiplier: 2, strides: 2, padding: 'same' },
      { kernelSize: [2, 4], padding: 'same', depthMultiplier: 2 },
      { kernelSize: 3, inputs: [[6, 4, 1]], depthMultiplier: 4 },
    ],
  },
  {
    class: 'SeparableConv2D', family: 'convolution', inputs: [[7, 5, 3]], base: { filters: 4, kernelSize: [3, 2] },
    mixtures: 4, isValid,
    values: {
      filters: [1, 6], kernelSize: [1, 2, [2, 3]], strides: [2, 3], padding, depthMultiplier: [1, 2, 3], dilationRate: [2, [1, 2]],
      activation: activationNames, useBias,
    },
    also: [
      { depthMultiplier: 2, dilationRate: [2, 1], padding: 'same' },
      { dataFormat: 'channelsFirst', useBias: false },
      { dataFormat: 'channelsFirst', useBias: false, activation: 'softmax' },
    ],
  },
]
