// Nothing in; the layer tests of keras2onnx by name, as models of our own, and why the others cannot exist here, out.
import { chain, step } from '../chain'
import type { Link } from '../chain'
import type { GraphSpec } from '../graph-spec'

const three: Link[] = [['Dense', { units: 3 }]]
const image = [6, 5, 3]
const pair = (className: string, config = {}): GraphSpec => ({
  inputs: [{ name: 'a', shape: [2, 3] }, { name: 'b', shape: [2, 3] }],
  steps: [step('joined', [className, config], 'a', 'b'), step('out', ['Dense', { units: 2 }], 'joined')],
  outputs: ['out'],
})

const recurrent = (className: string, config = {}): GraphSpec =>
  chain([3, 5], [className, { units: 2, ...config }])

const subModel = chain([3], ['Dense', { units: 3 }], ['Activation', { activation: 'sigmoid' }])

const withState = (className: string, states: number): GraphSpec => ({
  inputs: [{ name: 'x', shape: [3, 2] }, ...Array.from({ length: states }, (_, i) => ({ name: `state${i}`, shape: [4] }))],
  steps: [
    step('cells', [className, { units: 4, activation: 'relu', returnSequences: true, returnState: true }],
      'x', ...Array.from({ length: states }, (_, i) => `state${i}`)),
    step('out', ['Dense', { units: 2, activation: 'sigmoid' }], 'cells'),
  ],
  outputs: ['out', 'cells:1'],
})

const statePassing = (className: string, states: number): GraphSpec => ({
  inputs: [{ name: 'first', shape: [3, 5] }, { name: 'second', shape: [4, 5] }],
  steps: [
    step('encode', [className, { units: 2, returnState: true }], 'first'),
    step('decode', [className, { units: 2, returnSequences: true }],
      'second', ...Array.from({ length: states }, (_, i) => `encode:${i + 1}`)),
  ],
  outputs: ['decode'],
})

const bottleneck: GraphSpec = {
  inputs: [{ name: 'x', shape: [8, 6, 3] }],
  steps: [
    step('padded', ['ZeroPadding2D', { padding: [[0, 1], [0, 1]] }], 'x'),
    step('narrow', ['Conv2D', { filters: 4, kernelSize: 1, useBias: false, padding: 'same' }], 'padded'),
    step('norm', ['BatchNormalization'], 'narrow'),
    step('leaky', ['LeakyReLU'], 'norm'),
    step('wide', ['Conv2D', { filters: 4, kernelSize: 3, strides: 2, useBias: false }], 'leaky'),
    step('normed', ['BatchNormalization'], 'wide'),
    step('out', ['LeakyReLU', { alpha: 0.1 }], 'normed'),
  ],
  outputs: ['out'],
}

export const kerasToOnnxCases: Readonly<Record<string, GraphSpec>> = {
  test_dense: chain([4], ...three),
  test_dense_add: pair('Add'),
  test_dense_softmax: chain([4], ...three, ['Softmax', { axis: -1 }]),
  test_dense_with_dropout: chain([5], ...three, ['Dropout', { rate: 0.5 }], ['Dense', { units: 2 }]),
  test_add: pair('Add'),
  test_add_not_all_used: {
    inputs: [{ name: 'a', shape: [3] }, { name: 'b', shape: [3] }],
    steps: [step('two', ['Dense', { units: 3 }], 'a'), step('sum', ['Add'], 'two', 'b'), step('out', ['Dense', { units: 2 }], 'two')],
    outputs: ['out', 'sum'],
  },
  test_mul: pair('Multiply'),
  test_average: pair('Average'),
  test_max: pair('Maximum'),
  test_concat: pair('Concatenate'),
  test_concat_2d: pair('Concatenate', { axis: 1 }),
  test_conv1d: chain([7, 4], ['Conv1D', { filters: 5, kernelSize: 2 }]),
  test_conv1d_padding: chain([7, 4], ['Conv1D', { filters: 5, kernelSize: 2, padding: 'same' }]),
  test_conv1d_activation: chain([7, 4], ['Conv1D', { filters: 5, kernelSize: 2, activation: 'sigmoid' }]),
  test_conv1d_bias: chain([7, 4], ['Conv1D', { filters: 5, kernelSize: 2, useBias: true }]),
  test_conv2d: chain(image, ['Conv2D', { filters: 5, kernelSize: [2, 2] }]),
  test_conv2d_transpose: chain(image, ['Conv2DTranspose', { filters: 5, kernelSize: [2, 2] }]),
  test_conv2d_transpose_2: chain(image, ['Conv2DTranspose', { filters: 4, kernelSize: [4, 4], strides: [2, 2], padding: 'same' }]),
  test_conv2d_padding_same: chain(image, ['Conv2D', { filters: 5, kernelSize: [2, 2], strides: [2, 2], padding: 'same' }]),
  test_conv2d_format: chain([3, 6, 5], ['Conv2D', { filters: 5, kernelSize: 2, dataFormat: 'channelsFirst' }]),
  test_conv2d_activation: chain(image, ['Conv2D', { filters: 5, kernelSize: 2, activation: 'relu' }],
    ['Conv2D', { filters: 5, kernelSize: 2, activation: 'softmax' }]),
  test_conv2d_bias: chain(image, ['Conv2D', { filters: 5, kernelSize: [2, 2], useBias: true }]),
  test_conv2d_larger: chain([9, 7, 3], ['Conv2D', { filters: 5, kernelSize: [5, 4] }]),
  test_conv2d_uneven_stride: chain([9, 7, 3], ['Conv2D', { filters: 5, kernelSize: [2, 2], strides: [3, 2] }]),
  test_depthwise_conv2d: chain(image, ['DepthwiseConv2D', { kernelSize: [3, 3], useBias: false }]),
  test_conv3d: chain([4, 5, 3, 2], ['Conv3D', { filters: 3, kernelSize: [2, 2, 2] }]),
  test_conv3d_transpose: chain([2, 3, 4, 2], ['Conv3DTranspose', { filters: 3, kernelSize: [2, 2, 2] }]),
  test_flatten: chain([3, 2], ['Flatten'], ...three),
  test_flatten2: chain([3, 5, 4], ['Conv2D', { filters: 6, kernelSize: 3, padding: 'same' }], ['Flatten', { dataFormat: 'channelsFirst' }]),
  test_reshape: chain([3, 2], ['Reshape', { targetShape: [2, 3] }]),
  test_permute: chain([3, 2], ['Permute', { dims: [2, 1] }]),
  test_repeat_vector: chain([4], ['RepeatVector', { n: 3 }]),
  test_pooling_1d: chain([6, 5], ['AveragePooling1D', { poolSize: 2 }], ['MaxPooling1D', { poolSize: 2 }]),
  test_pooling_2d: chain([7, 5, 3], ['MaxPooling2D', { poolSize: [2, 2], strides: [2, 2], padding: 'same' }],
    ['AveragePooling2D', { poolSize: 2 }]),
  test_pooling_3d: chain([5, 4, 6, 2], ['AveragePooling3D', { poolSize: 2 }], ['MaxPooling3D', { poolSize: 2 }]),
  test_pooling_global: chain([4, 6, 2], ['GlobalAveragePooling2D']),
  test_activation_layer: chain([11], ['Activation', { activation: 'selu' }]),
  test_selu: chain([8, 7, 1], ['Conv2D', { filters: 4, kernelSize: 3, strides: 2 }], ['Flatten'],
    ['Dense', { units: 6, activation: 'selu' }], ['Dense', { units: 3, activation: 'softmax' }]),
  test_gelu: chain([5, 4], ['GlobalMaxPooling1D'], ['Dense', { units: 4 }], ['Activation', { activation: 'gelu_new' }]),
  test_LeakyReLU: chain([11], ['LeakyReLU', { alpha: 0.1 }]),
  test_ThresholdedReLU: chain([11], ['ThresholdedReLU', { theta: 1 }]),
  test_ELU: chain([11], ['ELU', { alpha: 1 }]),
  test_PReLU: chain([11], ['PReLU']),
  test_ReLU: chain([11], ['ReLU', { maxValue: 1.5 }]),
  test_Softmax: chain([11], ['Softmax', { axis: -1 }]),
  test_Softmax_2: chain([2, 3, 4], ['Softmax', { axis: -1 }]),
  test_tf_nn_activation: chain([5], ['Dense', { units: 4, activation: 'relu6' }], ['PReLU'], ['LeakyReLU', { alpha: 0.5 }],
    ['Activation', { activation: 'swish' }]),
  test_crop: chain([7, 8, 1], ['Cropping2D', { cropping: [[1, 2], [2, 3]] }]),
  test_upsample: chain([4, 5, 1], ['UpSampling2D', { size: [2, 3], interpolation: 'bilinear' }]),
  test_padding: chain([4, 5, 1], ['ZeroPadding2D', { padding: [[1, 2], [2, 3]] }]),
  test_embedding: chain({ shape: [6], below: 20 }, ['Embedding', { inputDim: 20, outputDim: 5, inputLength: 6 }]),
  test_dot: pair('Dot', { axes: -1, normalize: true }),
  test_dot2: pair('Dot', { axes: 1 }),
  test_training_layer: chain([2, 3, 4], ['Dense', { units: 5 }], ['GaussianNoise', { stddev: 0.1 }],
    ['Activation', { activation: 'relu' }], ['GaussianDropout', { rate: 0.1 }], ['AlphaDropout', { rate: 0.1 }], ['Dense', { units: 1 }]),
  test_batch_normalization: chain([2, 5, 3], ['BatchNormalization', { axis: 3, center: false }]),
  test_batch_normalization_2: chain([8, 6], ['Conv1D', { filters: 4, kernelSize: 3, strides: 2 }], ['BatchNormalization'], ...three),
  test_simpleRNN: withState('SimpleRNN', 1),
  test_GRU: withState('GRU', 1),
  test_GRU_2: chain([1, 7], ['GRU', { units: 6 }], ['Dense', { units: 3, activation: 'sigmoid' }]),
  test_LSTM: recurrent('LSTM', { useBias: false, returnSequences: true }),
  test_LSTM_rev: recurrent('LSTM', { goBackwards: true, returnSequences: true }),
  test_LSTM_with_bias: chain([1, 1], ['LSTM', { units: 1, returnSequences: true }]),
  test_LSTM_reshape: chain([3, 4], ['LSTM', { units: 5, returnSequences: true }], ['Reshape', { targetShape: [5, 3] }]),
  test_LSTM_with_initializer: withState('LSTM', 2),
  test_bidirectional: chain([5, 4], ['Bidirectional', { layer: { class: 'GRU', config: { units: 3, returnSequences: true } } }],
    ['Dense', { units: 5 }], ['Activation', { activation: 'softmax' }]),
  test_bidirectional_with_bias: chain([3, 5], ['Bidirectional', { layer: { class: 'LSTM', config: { units: 4 } } }]),
  test_bidirectional_with_initial_states: {
    inputs: [{ name: 'a', shape: [3, 5] }, { name: 'b', shape: [3, 5] }],
    steps: [
      step('first', ['Bidirectional', { layer: { class: 'GRU', config: { units: 2, returnState: true } } }], 'a'),
      step('out', ['Bidirectional', { layer: { class: 'GRU', config: { units: 2, returnSequences: true } } }], 'b', 'first:1', 'first:2'),
    ],
    outputs: ['out'],
  },
  test_rnn_state_passing: statePassing('LSTM', 2),
  test_seq_dynamic_batch_size: chain([3, 4], ['SimpleRNN', { units: 5, returnSequences: true }],
    ['GRU', { units: 4, returnSequences: true }], ['LSTM', { units: 3 }]),
  test_separable_convolution: chain([5, 6, 3],
    ['SeparableConv2D', { filters: 5, kernelSize: [1, 2], depthMultiplier: 4 }], ['MaxPooling2D', { poolSize: 2 }]),
  test_shared_embed: {
    inputs: [{ name: 'a', shape: [5], below: 10 }, { name: 'b', shape: [7], below: 10 }],
    steps: [
      step('one', ['Embedding', { inputDim: 10, outputDim: 6 }], 'a'), step('two', { again: 'one' }, 'b'),
      step('dropped', ['Dropout', { rate: 0.2 }], 'two'),
    ],
    outputs: ['one', 'dropped'],
  },
  test_recursive_model: {
    inputs: [{ name: 'a', shape: [3] }, { name: 'b', shape: [3] }],
    steps: [step('one', subModel, 'a'), step('two', chain([3], ...three), 'b'), step('sum', ['Add'], 'one', 'two')],
    outputs: ['sum'],
  },
  test_recursive_and_shared_model: {
    inputs: [{ name: 'a', shape: [3] }, { name: 'b', shape: [3] }],
    steps: [
      step('tanh', ['Activation', { activation: 'tanh' }], 'a'), step('one', subModel, 'tanh'), step('again', { again: 'one' }, 'one'),
      step('other', { inputs: [{ name: 'i', shape: [3] }], outputs: ['end'],
        steps: [step('deep', subModel, 'i'), step('end', ['Activation', { activation: 'tanh' }], 'deep')] }, 'b'),
      step('sum', ['Add'], 'again', 'other'),
    ],
    outputs: ['sum'],
  },
  test_shared_model_2: {
    inputs: [{ name: 'x', shape: [7, 6, 3] }],
    steps: [
      step('backbone', chain([7, 6, 3], ['Conv2D', { filters: 4, kernelSize: 3, padding: 'same', useBias: false }],
        ['BatchNormalization'], ['ReLU']), 'x'),
      step('conv', ['Conv2D', { filters: 4, kernelSize: 3, padding: 'same', useBias: false }], 'backbone'),
      step('out', ['BatchNormalization'], 'conv'),
    ],
    outputs: ['out'],
  },
  test_shared_model_3: bottleneck,
  test_masking: chain({ shape: [3, 5], below: 2 }, ['Masking', { maskValue: 0 }]),
  test_timedistributed: chain([4, 5, 6, 3],
    ['TimeDistributed', { layer: { class: 'Conv2D', config: { filters: 4, kernelSize: [3, 3] } } }]),
  test_channel_last: chain([5, 6, 3], ['Conv2D', { filters: 2, kernelSize: [1, 2] }], ['MaxPooling2D', { poolSize: [2, 2] }]),
  test_sub_model: {
    inputs: [{ name: 'x', shape: [9, 8, 1] }],
    steps: [
      step('features', chain([9, 8, 1], ['Conv2D', { filters: 3, kernelSize: 3, activation: 'relu' }],
        ['MaxPooling2D', { poolSize: 2 }], ['Dropout', { rate: 0.25 }], ['Flatten']), 'x'),
      step('classes', ['Dense', { units: 4, activation: 'softmax' }], 'features'),
      step('score', ['Dense', { units: 1, activation: 'sigmoid' }], 'features'),
      step('box', ['Dense', { units: 2, activation: 'tanh' }], 'features'),
      step('out', ['Concatenate'], 'classes', 'score', 'box'),
    ],
    outputs: ['out'],
  },
  test_two_zero_padding: {
    inputs: [{ name: 'x', shape: [6, 5, 3] }],
    steps: [
      step('stem', ['Conv2D', { filters: 4, kernelSize: 3, padding: 'same' }], 'x'),
      step('one', ['ZeroPadding2D', { padding: [[1, 0], [1, 0]] }], 'stem'),
      step('two', ['ZeroPadding2D', { padding: [[0, 1], [0, 1]] }], 'stem'),
      step('first', ['Conv2D', { filters: 4, kernelSize: 3 }], 'one'), step('second', { again: 'first' }, 'two'),
      step('out', ['Concatenate', { axis: 3 }], 'first', 'second'),
    ],
    outputs: ['out'],
  },
}

const absent = 'tfjs-layers has no such layer'
const noTimeMajor = 'tfjs recurrent layers have no time_major'

/** Tests of the same list that no tfjs model can express, or that the converter refuses by name. */
export const kerasToOnnxLeftOut: Readonly<Record<string, string>> = {
  'test_keras_lambda and all test_tf_*': 'Lambda layers are Python functions; tfjs-layers has none',
  test_sub: absent,
  test_any_all: absent,
  test_reverseV2: absent,
  test_tensor_scatter_update: absent,
  test_opt_push_transpose_unsqueeze: absent,
  test_masking_custom: absent,
  test_masking_bias: 'a mask with a consumer is refused',
  test_masking_bias_bidirectional: 'a mask with a consumer is refused',
  test_masking_value: 'a mask with a consumer is refused',
  test_LSTM_seqlen_none: 'stateful layers are refused',
  test_bidirectional_seqlen_none: 'a model as data has known lengths; src/unknown-sizes.test.ts has the others',
  test_bidirectional_time_major_true: noTimeMajor,
  test_LSTM_time_major_return_seq_true: noTimeMajor,
  test_LSTM_time_major_return_seq_false: noTimeMajor,
  test_channel_first_input: 'an option of the input, see the option inputLayout',
}
