// Nothing in; the nine end-to-end models of tfjs by name, small, out.
import { chain, step } from '../chain'
import type { GraphSpec } from '../graph-spec'
import type { ProofCase } from '../proof-case'

const image = [9, 8, 3]
const sequence = [5, 4]

/** Names as in tfjs e2e/integration_tests/create_save_predict; architectures in their style. */
export const endToEndModels: Readonly<Record<string, GraphSpec>> = {
  mlp: chain([12], ['Dense', { units: 10, activation: 'relu' }], ['Dense', { units: 4, activation: 'softmax' }]),
  cnn: chain(image,
    ['Conv2D', { filters: 4, kernelSize: [3, 3], strides: [2, 2] }], ['BatchNormalization'],
    ['Activation', { activation: 'relu' }], ['Dropout', { rate: 0.5 }], ['MaxPooling2D', { poolSize: 2 }],
    ['Conv2D', { filters: 5, kernelSize: [2, 1], padding: 'same' }], ['BatchNormalization'],
    ['Activation', { activation: 'relu' }], ['Flatten'], ['Dense', { units: 4 }]),
  depthwise_cnn: chain(image,
    ['DepthwiseConv2D', { kernelSize: [3, 3], depthMultiplier: 2, strides: [2, 2] }], ['BatchNormalization'],
    ['Activation', { activation: 'relu' }], ['Dropout', { rate: 0.5 }],
    ['DepthwiseConv2D', { kernelSize: [2, 3], depthMultiplier: 1 }], ['BatchNormalization'],
    ['Activation', { activation: 'relu' }], ['Flatten'], ['Dense', { units: 4 }]),
  simple_rnn: chain(sequence, ['SimpleRNN', { units: 3 }], ['Dense', { units: 2 }]),
  gru: chain(sequence, ['GRU', { units: 3 }], ['Dense', { units: 2 }]),
  bidirectional_lstm: chain(sequence,
    ['Bidirectional', { layer: { class: 'LSTM', config: { units: 3 } }, mergeMode: 'concat' }], ['Dense', { units: 2 }]),
  time_distributed_lstm: chain(sequence,
    ['TimeDistributed', { layer: { class: 'Dense', config: { units: 3 } } }], ['LSTM', { units: 3 }], ['Dense', { units: 2 }]),
  one_dimensional: chain([17, 3],
    ['Conv1D', { filters: 4, kernelSize: [4], strides: [2], activation: 'relu' }], ['MaxPooling1D', { poolSize: 2 }],
    ['Conv1D', { filters: 3, kernelSize: 2, padding: 'same' }], ['AveragePooling1D', { poolSize: 2, strides: 1 }],
    ['GlobalMaxPooling1D'], ['Dense', { units: 2 }]),
  functional_merge: {
    inputs: [{ name: 'a', shape: [2, 5] }, { name: 'b', shape: [4, 5] }, { name: 'c', shape: [30] }],
    steps: [
      step('reshaped', ['Reshape', { targetShape: [2, 3, 5] }], 'c'),
      step('joined', ['Concatenate', { axis: 1 }], 'a', 'b'),
      step('flat', ['Flatten'], 'joined'),
      step('dense', ['Dense', { units: 5, activation: 'relu' }], 'flat'),
      step('sum', ['Add'], 'dense', 'reshaped'),
      step('product', ['Multiply'], 'sum', 'reshaped'),
      step('most', ['Maximum'], 'sum', 'product'),
      step('mean', ['Average'], 'most', 'reshaped'),
      step('out', ['Flatten'], 'mean'),
    ],
    outputs: ['out'],
  },
}

export const modelCases: readonly ProofCase[] = Object.entries(endToEndModels).flatMap(([id, graph]): ProofCase[] => [
  { id, family: 'model', graph },
  ...(id === 'cnn' || id === 'depthwise_cnn'
    ? [{ id: `${id}, not folded`, family: 'model' as const, graph, options: { foldBatchNorm: false } }]
    : []),
])
