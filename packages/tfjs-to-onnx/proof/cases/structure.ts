// Nothing in; models whose structure is the difficulty (order of memory, folding, sharing, nesting), out.
import { chain, step } from '../chain'
import type { GraphSpec } from '../graph-spec'
import type { ProofCase } from '../proof-case'

const image = [7, 6, 3]
const block = chain(image, ['Conv2D', { filters: 3, kernelSize: 3, padding: 'same' }], ['BatchNormalization'])

const strided = chain(image, ['Conv2D', { filters: 4, kernelSize: 3, strides: 2, padding: 'same' }], ['BatchNormalization'],
  ['MaxPooling2D', { poolSize: 2, padding: 'same' }], ['ZeroPadding2D', { padding: [[0, 1], [2, 0]] }])

const twoOutputs: GraphSpec = {
  inputs: [{ name: 'i', shape: image }],
  steps: [step('conv', ['Conv2D', { filters: 4, kernelSize: 3 }], 'i'), step('pool', ['GlobalMaxPooling2D'], 'conv')],
  outputs: ['pool', 'conv'],
}

const graphs: Readonly<Record<string, GraphSpec>> = {
  'convolution into Flatten into Dense': chain(image, ['Conv2D', { filters: 4, kernelSize: [3, 2] }], ['Flatten'], ['Dense', { units: 3 }]),
  'convolution into Permute': chain(image, ['Conv2D', { filters: 4, kernelSize: [3, 2] }], ['Permute', { dims: [3, 1, 2] }]),
  'convolution into LayerNormalization': chain(image, ['Conv2D', { filters: 4, kernelSize: 2 }], ['LayerNormalization', { axis: [1, 3] }]),
  'convolution into PReLU of every position': chain(image, ['Conv2D', { filters: 4, kernelSize: 2 }], ['PReLU']),
  'convolution into softmax over channels': chain(image, ['Conv2D', { filters: 4, kernelSize: 2 }], ['Softmax', { axis: -1 }]),
  'convolution into Reshape into LSTM': chain(image, ['Conv2D', { filters: 4, kernelSize: 2 }],
    ['Reshape', { targetShape: [6, 20] }], ['LSTM', { units: 3 }]),
  'channels first in the middle': chain(image, ['Conv2D', { filters: 5, kernelSize: 2 }],
    ['Conv2D', { filters: 4, kernelSize: 2, dataFormat: 'channelsFirst' }], ['BatchNormalization', { axis: 1 }],
    ['MaxPooling2D', { poolSize: [2, 1], dataFormat: 'channelsFirst' }], ['Flatten', { dataFormat: 'channelsFirst' }]),
  'one-dimensional convolution into Bidirectional': chain([9, 4], ['Conv1D', { filters: 5, kernelSize: 3, padding: 'same' }],
    ['Bidirectional', { layer: { class: 'GRU', config: { units: 3, returnSequences: true } } }], ['GlobalAveragePooling1D']),
  'normalisation behind every foldable layer': chain(image,
    ['Conv2D', { filters: 4, kernelSize: 2, useBias: false }], ['BatchNormalization', { epsilon: 0.1 }],
    ['DepthwiseConv2D', { kernelSize: 2, depthMultiplier: 2 }], ['BatchNormalization', { scale: false }],
    ['Conv2DTranspose', { filters: 3, kernelSize: 3, strides: 2 }], ['BatchNormalization', { center: false }],
    ['SeparableConv2D', { filters: 5, kernelSize: 2, useBias: false }], ['BatchNormalization'],
    ['Flatten'], ['Dense', { units: 4, useBias: false }], ['BatchNormalization']),
  'normalisation before a padded convolution': chain(image, ['BatchNormalization'],
    ['Conv2D', { filters: 4, kernelSize: 3, padding: 'same' }]),
  'padding before a valid and a padded convolution': chain(image, ['ZeroPadding2D', { padding: [[0, 1], [2, 1]] }],
    ['Conv2D', { filters: 3, kernelSize: 3 }], ['ZeroPadding2D', { padding: 1 }],
    ['Conv2D', { filters: 3, kernelSize: 2, padding: 'same' }]),
  'padding before a pooling window': chain(image, ['Conv2D', { filters: 4, kernelSize: 2 }],
    ['ZeroPadding2D', { padding: [[1, 2], [1, 0]] }], ['MaxPooling2D', { poolSize: 3, strides: 2 }]),
  'padding before a padded mean': chain(image, ['Conv2D', { filters: 4, kernelSize: 2 }],
    ['ZeroPadding2D', { padding: 2 }], ['AveragePooling2D', { poolSize: 3, strides: 2, padding: 'same' }]),
  'padding that is wider than the window': chain(image, ['Conv2D', { filters: 4, kernelSize: 2 }],
    ['ZeroPadding2D', { padding: 1 }], ['MaxPooling2D', { poolSize: [3, 1], strides: 1 }],
    ['ZeroPadding2D', { padding: 2 }], ['AveragePooling2D', { poolSize: [1, 2], strides: 1 }]),
  'padding in the other order of memory before a pooling window': chain(image, ['Permute', { dims: [3, 1, 2] }],
    ['ZeroPadding2D', { padding: 1 }], ['MaxPooling2D', { poolSize: [2, 1], strides: 1 }], ['Permute', { dims: [3, 1, 2] }]),
  'six channels to four': chain([6, 5, 6], ['Conv2D', { filters: 4, kernelSize: 3 }]),
  'a window that is the whole input': chain([2, 1, 4], ['Conv2D', { filters: 5, kernelSize: [2, 1], padding: 'same' }]),
  'a nested model': { inputs: [{ name: 'x', shape: image }], steps: [step('inner', block, 'x'), step('out', ['Flatten'], 'inner')],
    outputs: ['out'] },
  'a nested model used twice': { inputs: [{ name: 'x', shape: image }],
    steps: [step('inner', block, 'x'), step('twice', { again: 'inner' }, 'inner')], outputs: ['twice'] },
  'a nested model of two outputs, twice': { inputs: [{ name: 'a', shape: image }, { name: 'b', shape: image }],
    steps: [step('inner', twoOutputs, 'a'), step('again', { again: 'inner' }, 'b'),
      step('sum', ['Add'], 'inner:1', 'again:1'), step('all', ['Concatenate'], 'again:0', 'inner:0')], outputs: ['all', 'sum'] },
  'a nested model on other sizes than its own': { inputs: [{ name: 'a', shape: image }, { name: 'b', shape: [9, 4, 3] }],
    steps: [step('inner', strided, 'a'), step('other', { again: 'inner' }, 'b')], outputs: ['inner', 'other'] },
  'a shared convolution on two sizes': { inputs: [{ name: 'a', shape: image }, { name: 'b', shape: [4, 9, 3] }],
    steps: [step('conv', ['Conv2D', { filters: 3, kernelSize: 3, strides: 2, padding: 'same' }], 'a'),
      step('other', { again: 'conv' }, 'b')], outputs: ['conv', 'other'] },
  'a recurrent layer twice on one value, of which other outputs are read': { inputs: [{ name: 'x', shape: [4, 3] }],
    steps: [step('one', ['LSTM', { units: 3, returnState: true }], 'x'), step('two', { again: 'one' }, 'x'),
      step('sum', ['Add'], 'one:1', 'two:2')], outputs: ['sum'] },
  'a shared layer': { inputs: [{ name: 'a', shape: [5] }, { name: 'b', shape: [5] }],
    steps: [step('dense', ['Dense', { units: 5 }], 'a'), step('same', { again: 'dense' }, 'b'), step('deep', { again: 'dense' }, 'same'),
      step('out', ['Multiply'], 'dense', 'deep')], outputs: ['out', 'same'] },
  'a squeeze-and-excitation block': { inputs: [{ name: 'x', shape: image }],
    steps: [step('conv', ['Conv2D', { filters: 4, kernelSize: 3, padding: 'same' }], 'x'), step('pool', ['GlobalAveragePooling2D'], 'conv'),
      step('gate', ['Dense', { units: 4, activation: 'sigmoid' }], 'pool'), step('wide', ['Reshape', { targetShape: [1, 1, 4] }], 'gate'),
      step('out', ['Multiply'], 'conv', 'wide')], outputs: ['out'] },
  'both orders of memory joined': { inputs: [{ name: 'x', shape: image }],
    steps: [step('conv', ['Conv2D', { filters: 3, kernelSize: 1 }], 'x'), step('sum', ['Add'], 'x', 'conv'),
      step('joined', ['Concatenate', { axis: 2 }], 'conv', 'sum'),
      step('out', ['Maximum'], 'joined', 'joined')], outputs: ['joined', 'out'] },
  'an encoder and a decoder': { inputs: [{ name: 'from', shape: [4, 3] }, { name: 'to', shape: [5, 2] }],
    steps: [step('encode', ['LSTM', { units: 3, returnState: true }], 'from'),
      step('decode', ['LSTM', { units: 3, returnSequences: true, returnState: true }], 'to', 'encode:1', 'encode:2'),
      step('out', ['TimeDistributed', { layer: { class: 'Dense', config: { units: 2, activation: 'softmax' } } }], 'decode')],
    outputs: ['out', 'decode:2', 'encode'] },
  'an input that is an output': { inputs: [{ name: 'x', shape: [5] }],
    steps: [step('dense', ['Dense', { units: 2 }], 'x')], outputs: ['dense', 'x'] },
}

export const structureCases: readonly ProofCase[] = Object.entries(graphs).flatMap(([id, graph]): ProofCase[] => [
  { id, family: 'structure', graph },
  ...(id.startsWith('normalisation')
    ? [{ id: `${id}, not folded`, family: 'structure' as const, graph, options: { foldBatchNorm: false } }]
    : []),
])
