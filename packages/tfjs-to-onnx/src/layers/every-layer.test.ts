// Models around each supported layer come in; ONNX Runtime must agree with tfjs, whose cpu backend is right for these.
import * as tf from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { expectSameAsTfjs } from '../../test/compare-with-tfjs'
import { joined, single } from '../../test/single-layer'
import { layerTable } from './layer-table'

type Build = () => LayersModel
type Merge = (config: object) => tf.layers.Layer

const { layers } = tf
const same = { padding: 'same' as const }
const channelsFirst = { dataFormat: 'channelsFirst' as const }
const bilinear = { interpolation: 'bilinear' as const }

// All sizes differ and are odd where a stride could hide an error.
const sequence = [7, 3]
const image = [11, 7, 3]
const planes = [3, 11, 7]
const volume = [5, 7, 6, 2]
const volumePlanes = [2, 5, 7, 6]

const merges = (create: Merge): Readonly<Record<string, Build>> => ({
  'three inputs': () => joined([image, image, image], x => create({}).apply(x) as SymbolicTensor),
  'of other sizes': () => joined([[5, 1, 3], [1, 4, 3]], x => create({}).apply(x) as SymbolicTensor),
  'of other ranks, behind a convolution': () => joined([image, [3]], ([x, y]) =>
    create({}).apply([layers.conv2d({ filters: 3, kernelSize: 2 }).apply(x) as SymbolicTensor, y]) as SymbolicTensor),
})

const convolve = (x: SymbolicTensor): SymbolicTensor =>
  layers.conv2d({ filters: 4, kernelSize: 3 }).apply(x) as SymbolicTensor

const dot = (left: number[], right: number[], axes: number | [number, number], normalize: boolean): Build => () =>
  joined([left, right], x => layers.dot({ axes, normalize }).apply(x) as SymbolicTensor)

const cases: Readonly<Record<string, Readonly<Record<string, Build>>>> = {
  InputLayer: { 'gives itself back': () => joined([sequence], ([x]) => x) },
  Conv1D: {
    valid: () => single(layers.conv1d({ filters: 4, kernelSize: 3, activation: 'relu' }), sequence),
    'same, strides': () => single(layers.conv1d({ filters: 4, kernelSize: 2, strides: 2, ...same }), sequence),
    dilated: () => single(layers.conv1d({ filters: 4, kernelSize: 3, dilationRate: 2, ...same }), sequence),
  },
  Conv2D: {
    'channels first': () =>
      single(layers.conv2d({ filters: 4, kernelSize: [3, 2], ...same, ...channelsFirst }), planes),
    'channels first, softmax': () =>
      single(layers.conv2d({ filters: 4, kernelSize: 3, activation: 'softmax', ...channelsFirst }), planes),
  },
  Conv3D: {
    same: () => single(layers.conv3d({ filters: 3, kernelSize: [3, 2, 3], strides: [1, 2, 3], ...same }), volume),
    'channels first': () => single(layers.conv3d({
      filters: 3, kernelSize: 2, activation: 'softmax', ...channelsFirst }), volumePlanes),
  },
  Conv2DTranspose: {
    same: () => single(layers.conv2dTranspose({ filters: 4, kernelSize: [4, 3], strides: [3, 2], ...same }), image),
    'same, stride beyond window': () =>
      single(layers.conv2dTranspose({ filters: 4, kernelSize: [1, 2], strides: [3, 3], ...same }), image),
    valid: () => single(layers.conv2dTranspose({ filters: 4, kernelSize: [2, 4], strides: [3, 2] }), image),
    'channels first': () =>
      single(layers.conv2dTranspose({ filters: 4, kernelSize: 3, activation: 'softmax', ...channelsFirst }), planes),
  },
  Conv3DTranspose: {
    same: () =>
      single(layers.conv3dTranspose({ filters: 3, kernelSize: [2, 3, 2], strides: [2, 1, 2], ...same }), volume),
    'valid, channels first': () =>
      single(layers.conv3dTranspose({ filters: 3, kernelSize: 2, strides: 3, ...channelsFirst }), volumePlanes),
  },
  DepthwiseConv2D: {
    'channels first': () => single(layers.depthwiseConv2d({
      kernelSize: [3, 2], depthMultiplier: 2, activation: 'softmax', ...channelsFirst }), planes),
    'dilation, ignored by tfjs': () => single(layers.depthwiseConv2d({ kernelSize: 2, dilationRate: 2 }), image),
  },
  SeparableConv2D: {
    same: () => single(layers.separableConv2d({ filters: 5, kernelSize: [3, 2], depthMultiplier: 2, ...same }), image),
    dilated: () =>
      single(layers.separableConv2d({ filters: 5, kernelSize: 3, dilationRate: 2, useBias: false }), image),
    strides: () => single(layers.separableConv2d({ filters: 5, kernelSize: 3, strides: 2, activation: 'elu' }), image),
    'channels first': () =>
      single(layers.separableConv2d({ filters: 5, kernelSize: 3, useBias: false, ...channelsFirst }), planes),
    'channels first, softmax': () => single(layers.separableConv2d({
      filters: 5, kernelSize: 3, useBias: false, activation: 'softmax', ...channelsFirst }), planes),
  },
  MaxPooling1D: {
    valid: () => single(layers.maxPooling1d({ poolSize: 3, strides: 2 }), sequence),
    same: () => single(layers.maxPooling1d({ poolSize: 2, ...same }), sequence),
  },
  MaxPooling2D: {
    'channels first': () => single(layers.maxPooling2d({ poolSize: 3, ...same, ...channelsFirst }), planes),
  },
  MaxPooling3D: {
    same: () => single(layers.maxPooling3d({ poolSize: 2, ...same }), volume),
    'channels first': () => single(layers.maxPooling3d({ poolSize: [2, 3, 2], ...channelsFirst }), volumePlanes),
  },
  AveragePooling1D: { same: () => single(layers.averagePooling1d({ poolSize: 3, strides: 2, ...same }), sequence) },
  AveragePooling2D: {
    'channels first': () => single(layers.averagePooling2d({ poolSize: 3, ...same, ...channelsFirst }), planes),
  },
  AveragePooling3D: {
    same: () => single(layers.averagePooling3d({ poolSize: [3, 2, 3], strides: 2, ...same }), volume),
    'channels first': () => single(layers.averagePooling3d({ poolSize: 2, ...channelsFirst }), volumePlanes),
  },
  GlobalAveragePooling1D: { steps: () => single(layers.globalAveragePooling1d({}), sequence) },
  GlobalAveragePooling2D: { 'channels first': () => single(layers.globalAveragePooling2d(channelsFirst), planes) },
  GlobalMaxPooling1D: { steps: () => single(layers.globalMaxPooling1d({}), sequence) },
  GlobalMaxPooling2D: { 'channels first': () => single(layers.globalMaxPooling2d(channelsFirst), planes) },
  BatchNormalization: { last: () => single(layers.batchNormalization({ axis: 2 }), sequence) },
  LayerNormalization: {
    last: () => single(layers.layerNormalization(), image),
    'two trailing axes': () => single(layers.layerNormalization({ axis: [2, 3], epsilon: 0.1 }), image),
    'axes in the wrong order': () => single(layers.layerNormalization({ axis: [3, 2] }), image),
    'no scale': () => single(layers.layerNormalization({ scale: false }), sequence),
    'no center': () => single(layers.layerNormalization({ center: false }), [6]),
    'an axis in the middle': () => single(layers.layerNormalization({ axis: 2 }), image),
    'behind a convolution': () => joined([image], ([x]) => layers.layerNormalization({ axis: [1, 2] }).apply(
      convolve(x)) as SymbolicTensor),
  },
  Dense: {
    'rank 4, softmax': () => single(layers.dense({ units: 4, activation: 'softmax' }), image),
    integers: () => single(layers.dense({ units: 4 }), [6], 'int32'),
  },
  Activation: { 'softmax of rank 3': () => single(layers.activation({ activation: 'softmax' }), sequence) },
  ReLU: { bounded: () => single(layers.reLU({ maxValue: 1.5 }), image) },
  LeakyReLU: {
    default: () => single(layers.leakyReLU(), image),
    slope: () => single(layers.leakyReLU({ alpha: 0.05 }), image),
  },
  PReLU: {
    'slope per number': () => single(layers.prelu({}), image),
    'slope per channel, behind a convolution': () => joined([image], ([x]) =>
      layers.prelu({ sharedAxes: [1, 2] }).apply(convolve(x)) as SymbolicTensor),
    'slope per column, behind a convolution': () => joined([image], ([x]) => layers.prelu({ sharedAxes: [1] }).apply(
      convolve(x)) as SymbolicTensor),
    vectors: () => single(layers.prelu({}), [6]),
  },
  ELU: { default: () => single(layers.elu(), image) },
  ThresholdedReLU: {
    default: () => single(layers.thresholdedReLU(), image),
    theta: () => single(layers.thresholdedReLU({ theta: -0.7 }), image),
  },
  Softmax: {
    'default axis': () => single(layers.softmax(), [6]),
    last: () => single(layers.softmax({ axis: -1 }), image),
    'two axes': () => single(layers.softmax({ axis: [1, 3] }), image),
  },
  Add: merges(layers.add),
  Multiply: merges(layers.multiply),
  Average: merges(layers.average),
  Maximum: merges(layers.maximum),
  Minimum: merges(layers.minimum),
  Concatenate: {
    'three, axis 2': () => joined([[4, 2, 3], [4, 1, 3], [4, 5, 3]], x =>
      layers.concatenate({ axis: 2 }).apply(x) as SymbolicTensor),
    integers: () => joined([[4], [3]], x => layers.concatenate().apply(x) as SymbolicTensor, 'int32'),
  },
  Dot: {
    vectors: dot([5], [5], 1, false),
    'vectors, normalised': dot([5], [5], -1, true),
    'matrices 2, 1': dot([4, 5], [5, 3], [2, 1], false),
    'matrices 1, 1': dot([5, 4], [5, 3], 1, true),
    'matrices 2, 2': dot([4, 5], [3, 5], -1, true),
    'matrices 1, 2': dot([5, 4], [3, 5], [1, 2], false),
    'matrix and vector': dot([4, 5], [5], [2, 1], true),
    'matrix and vector, transposed': dot([5, 4], [5], 1, false),
    'vector and matrix': dot([5], [5, 3], 1, false),
    'vector and matrix, transposed': dot([5], [3, 5], [1, 2], true),
  },
  Flatten: {
    'channels first': () => single(layers.flatten(channelsFirst), image),
    'channels first, behind a convolution': () => joined([image], ([x]) => layers.flatten(channelsFirst).apply(
      convolve(x)) as SymbolicTensor),
    integers: () => single(layers.flatten(), sequence, 'int32'),
  },
  Reshape: {
    free: () => single(layers.reshape({ targetShape: [7, -1, 3] }), image),
    'behind a convolution': () => joined([image], ([x]) => layers.reshape({ targetShape: [4, 45] }).apply(
      convolve(x)) as SymbolicTensor),
  },
  Permute: {
    image: () => single(layers.permute({ dims: [3, 1, 2] }), image),
    'behind a convolution, one Transpose': () => joined([image], ([x]) => layers.permute({ dims: [2, 3, 1] }).apply(
      convolve(x)) as SymbolicTensor),
    'behind a convolution, none': () => joined([image], ([x]) => layers.permute({ dims: [3, 1, 2] }).apply(
      convolve(x)) as SymbolicTensor),
  },
  RepeatVector: { thrice: () => single(layers.repeatVector({ n: 3 }), [5]) },
  ZeroPadding2D: {
    'channels first': () => single(layers.zeroPadding2d({ padding: [[1, 2], [3, 0]], ...channelsFirst }), planes),
  },
  Cropping2D: {
    image: () => single(layers.cropping2D({ cropping: [[1, 2], [3, 0]] }), image),
    'channels first': () => single(layers.cropping2D({ cropping: [[1, 2], [0, 3]], ...channelsFirst }), planes),
    'behind a convolution': () => joined([image], ([x]) => layers.cropping2D({ cropping: [[0, 2], [1, 1]] }).apply(
      convolve(x)) as SymbolicTensor),
  },
  UpSampling2D: {
    nearest: () => single(layers.upSampling2d({ size: [2, 3] }), image),
    bilinear: () => single(layers.upSampling2d({ size: [3, 2], ...bilinear }), image),
    'channels first': () => single(layers.upSampling2d({ size: [3, 2], ...bilinear, ...channelsFirst }), planes),
  },
  Embedding: {
    integers: () => single(layers.embedding({ inputDim: 8, outputDim: 3 }), [5], 'int32'),
    'floats, cut': () => single(layers.embedding({ inputDim: 8, outputDim: 3, maskZero: true }), [5, 2]),
  },
  Masking: { 'without a reader': () => single(layers.masking({ maskValue: 2 }), [7, 1], 'float32') },
  Rescaling: {
    integers: () => single(layers.rescaling({ scale: 1 / 255, offset: -0.5 }), image, 'int32'),
    floats: () => single(layers.rescaling({ scale: 3 }), image),
  },
  Dropout: { nothing: () => single(layers.dropout({ rate: 0.5, noiseShape: [1, 1, 3], seed: 3 }), sequence) },
  SpatialDropout1D: { nothing: () => single(layers.spatialDropout1d({ rate: 0.5 }), sequence) },
  GaussianNoise: { nothing: () => single(layers.gaussianNoise({ stddev: 0.5 }), sequence) },
  GaussianDropout: { nothing: () => single(layers.gaussianDropout({ rate: 0.5 }), sequence) },
  AlphaDropout: { nothing: () => single(layers.alphaDropout({ rate: 0.5 }), sequence) },
}

const ranges: Readonly<Record<string, readonly [number, number]>> = { Embedding: [0, 7.99] }

describe.each(Object.entries(cases))('%s', (className, builds) => {
  it.each(Object.entries(builds))('%s', async (_, build) => {
    const model = build()
    await expectSameAsTfjs(model, { range: ranges[className] })
    model.dispose()
  })
})

it('has a case for every layer that is not recurrent', () => {
  const elsewhere = ['SimpleRNN', 'GRU', 'LSTM', 'RNN', 'Bidirectional', 'TimeDistributed']
  expect([...Object.keys(cases), ...elsewhere].sort()).toEqual(Object.keys(layerTable).sort())
})
