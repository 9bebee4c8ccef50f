// The recurrent layers, cells and wrappers come in; every setting, each value in a case, both directions, goes out.
import type { LayerSettings, LayerSpec } from '../graph-spec'
import type { Sweep } from '../sweep'
import { activationNames } from './activation-names'

const flags = {
  useBias: [true, false], returnSequences: [true, false], returnState: [true, false], goBackwards: [true, false],
  unroll: [false], dropout: [0.3], recurrentDropout: [0.2],
}

// Two unbounded functions in one cell grow without limit.
const bounded = ['tanh', 'sigmoid', 'hardSigmoid', 'softsign', 'softmax', 'relu6']
const staysFinite = ({ activation = 'tanh', recurrentActivation = 'sigmoid' }: LayerSettings): boolean =>
  bounded.includes(String(activation)) || bounded.includes(String(recurrentActivation))

const stateCount = (className: string): number => className.startsWith('LSTM') ? 2 : 1

const outputsOf = (className: string) => ({ returnState }: LayerSettings): number =>
  returnState ? 1 + stateCount(className) : 1

const single = ['SimpleRNN', 'GRU', 'LSTM'].map((className): Sweep => {
  const state = Array.from({ length: stateCount(className) }, () => [3])
  const both = { returnSequences: true, returnState: true }
  return {
    class: className, family: 'recurrent', inputs: [[4, 5]], base: { units: 3 }, mixtures: 5, outputs: outputsOf(className),
    isValid: staysFinite,
    values: {
      units: [1, 6], activation: activationNames,
      ...(className === 'SimpleRNN' ? {} : { recurrentActivation: activationNames, implementation: [1, 2] }),
      ...(className === 'LSTM' ? { unitForgetBias: [true, false] } : {}), ...flags,
    },
    also: [
      { ...both, goBackwards: true }, { ...both, useBias: false },
      { inputs: [[4, 5], ...state] }, { inputs: [[4, 5], ...state], ...both },
      { inputs: [[4, 5], ...state], ...both, goBackwards: true },
      { inputs: [[1, 2]] }, { inputs: [[1, 2]], returnSequences: true },
    ],
  }
})

const cell = (className: string, units: number, more: LayerSettings = {}): LayerSpec =>
  ({ class: className, config: { units, ...more } })

const stack = (...cells: LayerSpec[]): LayerSpec => ({ class: 'StackedRNNCells', config: { cells } })

const cellStates = (config: LayerSettings): number => {
  const { class: className, config: inner = {} } = config.cell as LayerSpec
  const cells = className === 'StackedRNNCells' ? inner.cells as LayerSpec[] : [{ class: className }]
  return cells.reduce((sum, each) => sum + stateCount(each.class), 0)
}

const network: Sweep = {
  class: 'RNN', family: 'recurrent', inputs: [[4, 5]], base: { cell: cell('LSTMCell', 3) },
  outputs: config => config.returnState ? 1 + cellStates(config) : 1,
  values: {
    cell: [
      cell('SimpleRNNCell', 3), cell('GRUCell', 3), cell('GRUCell', 2, { activation: 'relu', useBias: false }),
      stack(cell('LSTMCell', 3), cell('LSTMCell', 2)),
      stack(cell('GRUCell', 4), cell('SimpleRNNCell', 3), cell('LSTMCell', 2)),
    ],
    returnSequences: flags.returnSequences, returnState: flags.returnState, goBackwards: flags.goBackwards,
    unroll: flags.unroll,
  },
  also: [
    { cell: stack(cell('GRUCell', 2), cell('GRUCell', 3)), returnSequences: true },
    { cell: stack(cell('LSTMCell', 3), cell('GRUCell', 2)), goBackwards: true, returnSequences: true },
    { cell: stack(cell('GRUCell', 3), cell('SimpleRNNCell', 3)), returnState: true },
    { cell: stack(cell('LSTMCell', 3), cell('LSTMCell', 3)), returnState: true, returnSequences: true },
  ],
}

const layer = (className: string, config: LayerSettings): LayerSpec => ({ class: className, config })

const bidirectional: Sweep = {
  class: 'Bidirectional', family: 'wrapper', inputs: [[4, 5]], base: { layer: layer('LSTM', { units: 3 }) },
  outputs: ({ mergeMode, layer: inner }) => {
    const { class: className, config = {} } = inner as LayerSpec
    return (mergeMode === null ? 2 : 1) + (config.returnState ? 2 * stateCount(className) : 0)
  },
  values: { mergeMode: ['concat', 'sum', 'mul', 'ave', null] },
  also: ['SimpleRNN', 'GRU', 'LSTM'].flatMap(className => [
    ...['concat', 'sum', 'mul', 'ave', null].map(mergeMode =>
      ({ mergeMode, layer: layer(className, { units: 3, returnSequences: true }) })),
    { layer: layer(className, { units: 2 }) },
    { layer: layer(className, { units: 2, useBias: false, activation: 'relu' }) },
    { layer: layer(className, { units: 2, returnState: true, returnSequences: true }) },
    { layer: layer(className, { units: 2, goBackwards: true, returnSequences: true }) },
    { layer: layer(className, { units: 2 }), inputs: [[4, 5], ...Array.from({ length: 2 * stateCount(className) }, () => [2])] },
  ]),
}

const inner: readonly (LayerSettings & { readonly inputs?: Sweep['inputs'] })[] = [
  { layer: layer('Dense', { units: 3, activation: 'softmax' }) },
  { layer: layer('Dense', { units: 3, useBias: false }), inputs: [[2, 3, 5]] },
  { layer: layer('Activation', { activation: 'tanh' }) },
  { layer: layer('Conv2D', { filters: 2, kernelSize: [2, 3], padding: 'same' }), inputs: [[3, 5, 4, 2]] },
  { layer: layer('Conv2D', { filters: 2, kernelSize: 2, activation: 'relu' }), inputs: [[3, 5, 4, 2]] },
  { layer: layer('Conv1D', { filters: 2, kernelSize: 2 }), inputs: [[3, 5, 4]] },
  { layer: layer('BatchNormalization', {}), inputs: [[3, 5, 4]] },
  { layer: layer('MaxPooling2D', { poolSize: [2, 1] }), inputs: [[3, 5, 4, 2]] },
  { layer: layer('GlobalAveragePooling2D', {}), inputs: [[3, 5, 4, 2]] },
  { layer: layer('Flatten', {}), inputs: [[3, 5, 4]] },
  { layer: layer('LSTM', { units: 3 }), inputs: [[2, 4, 5]] },
]

export const recurrentSweeps: readonly Sweep[] = [...single, network]

export const wrapperSweeps: readonly Sweep[] = [
  bidirectional,
  { class: 'TimeDistributed', family: 'wrapper', inputs: [[4, 5]], base: { layer: layer('Dense', { units: 3 }) }, also: inner },
]
