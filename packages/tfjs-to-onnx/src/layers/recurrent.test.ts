// Models around recurrent layers and wrappers come in; ONNX Runtime must agree with tfjs on every output.
import * as tf from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { expectSameAsTfjs } from '../../test/compare-with-tfjs'
import { joined, single } from '../../test/single-layer'
import { activationTable } from './activation-table'

type Recurrent = tf.RNN
type Activation = Parameters<typeof tf.layers.activation>[0]['activation']

const { layers } = tf
const units = 4
const sequence = [5, 3]
const recurrentInitializer = 'glorotNormal' as const

interface Settings {
  readonly returnSequences?: boolean
  readonly returnState?: boolean
  readonly goBackwards?: boolean
  readonly useBias?: boolean
  readonly activation?: Activation
  readonly recurrentActivation?: Activation
}

const kinds: Readonly<Record<string, (settings: Settings) => Recurrent>> = {
  SimpleRNN: settings => layers.simpleRNN({ units, recurrentInitializer, ...settings }) as Recurrent,
  GRU: settings => layers.gru({ units, recurrentInitializer, ...settings }) as Recurrent,
  LSTM: settings => layers.lstm({ units, recurrentInitializer, ...settings }) as Recurrent,
  RNN: ({ activation, recurrentActivation, useBias, ...settings }) => {
    const cell = { activation, recurrentActivation, useBias, recurrentInitializer }
    return layers.rnn({ ...settings, cell: [
      layers.lstmCell({ units: 2, ...cell }), layers.gruCell({ units: 3, ...cell }),
      layers.simpleRNNCell({ units, ...cell }),
    ] }) as Recurrent
  },
}
const stateSizes: Readonly<Record<string, number[]>> = {
  SimpleRNN: [units], GRU: [units], LSTM: [units, units], RNN: [units, 3, 2, 2],
}

const settings: readonly Settings[] = [
  {},
  { returnSequences: true },
  { goBackwards: true },
  { returnSequences: true, goBackwards: true, returnState: true },
  { returnState: true, useBias: false },
]

const apply = (layer: tf.layers.Layer) => (x: SymbolicTensor[]): SymbolicTensor | SymbolicTensor[] =>
  layer.apply(x.length === 1 ? x[0] : x) as SymbolicTensor | SymbolicTensor[]

describe.each(Object.entries(kinds))('%s', (kind, create) => {
  it.each(settings)('%j', async (each) => {
    await expectSameAsTfjs(joined([sequence], apply(create(each))))
  })

  it('starts from a given state', async () => {
    const layer = create({ returnState: true, returnSequences: true, useBias: false })
    await expectSameAsTfjs(joined([sequence, ...stateSizes[kind].map(size => [size])], apply(layer)))
  })

  it('takes any number of steps', async () => {
    await expectSameAsTfjs(joined([[null, 3]], apply(create({ returnSequences: true }))), { unknownSizes: [9] })
  })

  it.each(Object.keys(activationTable) as Activation[])('computes with %s', async (activation) => {
    const layer = create({ activation, recurrentActivation: 'sigmoid', returnSequences: true })
    await expectSameAsTfjs(joined([sequence], apply(layer)), { range: [-1, 1] })
  })

  // A gate that leaves [-1, 1] makes a sequence chaotic.
  it.each(['tanh', 'hardSigmoid', 'softsign', 'softmax'] as const)('opens its gates with %s', async (activation) => {
    const layer = create({ recurrentActivation: activation, returnSequences: true })
    await expectSameAsTfjs(joined([sequence], apply(layer)))
  })

  it.each(['softplus', 'elu', 'tanh', 'softsign', 'relu'] as const)('does not overflow with %s', async (activation) => {
    const layer = create({ activation, recurrentActivation: 'sigmoid' })
    await expectSameAsTfjs(joined([[1, 3]], apply(layer)), { range: [-200, 200] })
  })

  it('computes step by step in both directions, with and without a state', async () => {
    const layer = create({ activation: 'relu6', goBackwards: true, returnSequences: true, returnState: true })
    await expectSameAsTfjs(joined([sequence], apply(layer)))
    const second = create({ activation: 'mish', returnSequences: true, returnState: true })
    await expectSameAsTfjs(joined([sequence, ...stateSizes[kind].map(size => [size])], apply(second)))
  })
})

describe('Bidirectional', () => {
  const wrap = (mergeMode: 'concat' | 'sum' | 'mul' | 'ave' | null, each: Settings, kind = 'LSTM'): tf.layers.Layer =>
    layers.bidirectional({ layer: kinds[kind](each), mergeMode: mergeMode as 'concat' })

  it.each(['concat', 'sum', 'mul', 'ave', null] as const)('merges by %s', async (mode) => {
    await expectSameAsTfjs(joined([sequence], apply(wrap(mode, { returnSequences: true }))))
    await expectSameAsTfjs(joined([sequence], apply(wrap(mode, {}, 'GRU'))))
  })

  it.each(['SimpleRNN', 'GRU', 'LSTM'])('gives the states of both directions of %s', async (kind) => {
    await expectSameAsTfjs(joined([sequence], apply(wrap('concat', { returnState: true }, kind))))
    await expectSameAsTfjs(joined([sequence], apply(wrap(null, { returnState: true, returnSequences: true }, kind))))
  })

  it('wraps a layer that goes backwards', async () => {
    await expectSameAsTfjs(joined([sequence], apply(wrap('concat', { goBackwards: true, returnSequences: true }))))
  })

  it('starts from given states', async () => {
    const states = [...stateSizes.LSTM, ...stateSizes.LSTM].map(size => [size])
    await expectSameAsTfjs(joined([sequence, ...states], apply(wrap('concat', { returnSequences: true }))))
  })
})

describe('TimeDistributed', () => {
  const distribute = (layer: tf.layers.Layer, sizes: (number | null)[]): LayersModel =>
    single(layers.timeDistributed({ layer }), sizes)

  it.each<[string, () => tf.layers.Layer, number[]]>([
    ['Dense', () => layers.dense({ units: 4, activation: 'softmax' }), [5, 3]],
    ['Conv2D', () => layers.conv2d({ filters: 4, kernelSize: 3, ...{ padding: 'same' } }), [2, 5, 7, 3]],
    ['BatchNormalization', () => layers.batchNormalization(), [5, 3]],
    ['Flatten', () => layers.flatten(), [2, 5, 7]],
    ['Softmax', () => layers.softmax({ axis: 1 }), [5, 3]],
    ['LSTM', () => kinds.LSTM({}), [2, 5, 3]],
    ['TimeDistributed', () => layers.timeDistributed({ layer: layers.reshape({ targetShape: [3, 1] }) }), [2, 5, 3]],
    ['a model', () => tf.sequential({ layers: [
      layers.conv1d({ filters: 2, kernelSize: 2, inputShape: [5, 3] }), layers.globalMaxPooling1d({}),
    ] }), [4, 5, 3]],
  ])('applies %s to every step', async (_, create, sizes) => {
    await expectSameAsTfjs(distribute(create(), sizes))
  })

  it('needs no number of steps for layers that treat every vector alike', async () => {
    await expectSameAsTfjs(distribute(layers.dense({ units: 2 }), [null, 3]), { unknownSizes: [6] })
  })

  it('refuses an unknown number of steps for the others', async () => {
    await expect(expectSameAsTfjs(distribute(layers.reshape({ targetShape: [1, 3] }), [null, 3])))
      .rejects.toMatchObject({ code: 'dimension-unknown', key: 'layer' })
  })
})
