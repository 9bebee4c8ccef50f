// The shape of a value and random numbers come in; a layer that may follow it goes out.
import { layer } from '../chain'
import type { Link } from '../chain'
import type { LayerSpec } from '../graph-spec'

export type Random = () => number

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]

const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1))

type Choice = (random: Random, shape: readonly number[]) => Link

const activation = (random: Random): string => pick(random, ['linear', 'relu', 'tanh', 'sigmoid', 'elu', 'hardSigmoid', 'swish'])
const padding = (random: Random): string => pick(random, ['same', 'same', 'valid'])
const dropout: Choice = random => [pick(random, ['Dropout', 'AlphaDropout', 'GaussianDropout']), { rate: 0.4 }]
const pointWise: Choice = random => pick<Link>(random, [
  ['Activation', { activation: activation(random) }], ['LeakyReLU', { alpha: random() }], ['ReLU', { maxValue: 6 }], ['ELU'],
  ['ThresholdedReLU', { theta: random() }], ['PReLU'], ['Rescaling', { scale: 0.5, offset: random() }],
])

// A window no larger than the picture, so that 'valid' always leaves something.
const window = (random: Random, lengths: readonly number[]): number[] => lengths.map(n => between(random, 1, Math.min(3, n)))
const strides = (random: Random, rank: number): number[] => Array.from({ length: rank }, () => between(random, 1, 2))

const image: readonly Choice[] = [
  (random, [h, w]) => ['Conv2D', { filters: between(random, 1, 4), kernelSize: window(random, [h, w]), strides: strides(random, 2),
    padding: padding(random), activation: activation(random), useBias: random() < 0.7 }],
  (random, [h, w]) => ['Conv2D', { filters: 3, kernelSize: window(random, [h, w]), dilationRate: [1, 2], padding: 'same' }],
  (random, [, h, w]) => ['Conv2D', { filters: 3, kernelSize: window(random, [h, w]), padding: padding(random), dataFormat: 'channelsFirst',
    activation: pick(random, ['relu', 'softmax']) }],
  (random, [, h, w]) => [pick(random, ['MaxPooling2D', 'AveragePooling2D']), { poolSize: window(random, [h, w]), strides: 1,
    padding: padding(random), dataFormat: 'channelsFirst' }],
  (random, [, h, w]) => ['DepthwiseConv2D', { kernelSize: window(random, [h, w]), depthMultiplier: 2, dataFormat: 'channelsFirst' }],
  () => ['Flatten', { dataFormat: 'channelsFirst' }],
  random => ['PReLU', { sharedAxes: pick(random, [[1, 2], [3], [1]]) }],
  random => ['Softmax', { axis: pick(random, [-1, [2, 3], [1, 2]]) }],
  random => ['TimeDistributed', { layer: { class: 'Conv1D', config: { filters: between(random, 1, 3), kernelSize: 2, padding: 'same' } } }],
  (_, [h, w, c]) => ['Reshape', { targetShape: [1, w, h, c] }],
  (random, [h, w]) => ['DepthwiseConv2D', { kernelSize: window(random, [h, w]),
    depthMultiplier: between(random, 1, 2), padding: padding(random) }],
  (random, [h, w]) => ['SeparableConv2D', { filters: 3, kernelSize: window(random, [h, w]), padding: padding(random) }],
  (random, [h, w]) => ['Conv2DTranspose', { filters: 2, kernelSize: window(random, [h, w]),
    strides: strides(random, 2), padding: padding(random) }],
  (random, [h, w]) => [pick(random, ['MaxPooling2D', 'AveragePooling2D']), { poolSize: window(random, [h, w]),
    strides: strides(random, 2), padding: padding(random) }],
  random => ['ZeroPadding2D', { padding: [[between(random, 0, 2), 1], [0, between(random, 0, 1)]] }],
  (random, [h, w]) => h > 1 && w > 1 ? ['Cropping2D', { cropping: [[1, 0], [0, 1]] }] : dropout(random, []),
  random => ['UpSampling2D', { size: [between(random, 1, 2), between(random, 1, 2)],
    interpolation: pick(random, ['nearest', 'bilinear']) }],
  random => [pick(random, ['GlobalMaxPooling2D', 'GlobalAveragePooling2D'])],
  () => ['Flatten'],
  random => ['Permute', { dims: pick(random, [[2, 1, 3], [3, 1, 2], [1, 3, 2]]) }],
  (_, [h, w, c]) => ['Reshape', { targetShape: [h, w * c] }],
  random => ['BatchNormalization', { epsilon: 0.01, scale: random() < 0.8, center: random() < 0.8 }],
  random => ['LayerNormalization', { axis: pick(random, [-1, [2, 3], [1, 2, 3]]) }],
]

/** States only next to sequences: else output and state are one tensor, which tfjs disposes of too early. */
export const randomReturns = (random: Random): { returnSequences: boolean, returnState: boolean } =>
  pick(random, [[false, false], [true, false], [true, true]].map(([returnSequences, returnState]) => ({ returnSequences, returnState })))

const recurrent: Choice = random => [pick(random, ['SimpleRNN', 'GRU', 'LSTM']), { units: between(random, 1, 4),
  ...randomReturns(random), goBackwards: random() < 0.3, useBias: random() < 0.8,
  activation: pick(random, ['tanh', 'softsign', 'gelu']) }]

const sequence: readonly Choice[] = [
  (random, [n]) => ['Conv1D', { filters: between(random, 1, 4), kernelSize: between(random, 1, Math.min(3, n)),
    padding: padding(random), activation: activation(random) }],
  (random, [n]) => [pick(random, ['MaxPooling1D', 'AveragePooling1D']), { poolSize: between(random, 1, Math.min(2, n)),
    strides: 1, padding: padding(random) }],
  random => [pick(random, ['GlobalMaxPooling1D', 'GlobalAveragePooling1D'])],
  random => ['Dense', { units: between(random, 1, 4), activation: activation(random) }],
  random => ['TimeDistributed', { layer: { class: 'Dense', config: { units: between(random, 1, 4) } } }],
  recurrent,
  random => ['Bidirectional', { layer: layer(recurrent(random, [])), mergeMode: pick(random, ['concat', 'sum', 'ave', 'mul']) }],
  () => ['Permute', { dims: [2, 1] }],
  () => ['Flatten'],
  () => ['BatchNormalization'],
  () => ['LayerNormalization'],
  (_, [n, c]) => ['Reshape', { targetShape: [c, n, 1] }],
]

const vector: readonly Choice[] = [
  random => ['Dense', { units: between(random, 1, 6), activation: activation(random), useBias: random() < 0.7 }],
  random => ['Dense', { units: between(random, 2, 6), activation: 'softmax' }],
  random => ['RepeatVector', { n: between(random, 1, 3) }],
  () => ['BatchNormalization'],
  () => ['LayerNormalization'],
  (_, [n]) => ['Reshape', { targetShape: n % 2 === 0 ? [2, n / 2, 1] : [n, 1] }],
]

// A window no smaller than the stride: elsewhere tfjs's cpu backend is wrong.
const volume: readonly Choice[] = [
  (random, [d, h, w]) => ['Conv3D', { filters: 2, kernelSize: window(random, [d, h, w]), padding: padding(random) }],
  (random, [d, h, w]) => [pick(random, ['MaxPooling3D', 'AveragePooling3D']), { poolSize: window(random, [d, h, w]), strides: 1,
    padding: padding(random) }],
  (random, [d, h, w]) => ['Conv3DTranspose', { filters: 2, kernelSize: window(random, [d, h, w]) }],
  () => ['Flatten'],
  (_, [d, h, w, c]) => ['Reshape', { targetShape: [d, h, w * c] }],
  () => ['Permute', { dims: [2, 4, 1, 3] }],
]

const byRank: Readonly<Record<number, readonly Choice[]>> = { 1: vector, 2: sequence, 3: image, 4: volume }

/** @param shape of rank 1 to 4, without the batch */
export function randomLayer(random: Random, shape: readonly number[]): LayerSpec {
  const kind = random()
  const choice = kind < 0.15 ? pointWise : kind < 0.2 ? dropout : pick(random, byRank[shape.length])
  return layer(choice(random, shape))
}

/** Layers that keep the shape, for a branch that joins its own source. */
export function shapeKeepingLayer(random: Random, shape: readonly number[]): LayerSpec {
  if (shape.length === 1) return layer(['Dense', { units: shape[0], activation: activation(random) }])
  if (shape.length === 4) return layer(['Conv3D', { filters: shape[3], kernelSize: [2, 1, 3], padding: 'same' }])
  if (shape.length === 2) return layer(['Conv1D', { filters: shape[1], kernelSize: 3, padding: 'same' }])
  return layer(['Conv2D', { filters: shape[2], kernelSize: [3, 2], padding: 'same', activation: activation(random) }])
}
