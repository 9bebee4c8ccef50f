// The end-to-end models of tfjs, keras2onnx's list and hard structures come in; each runtime must give what both oracles say.
import { expect, it } from 'vitest'
import { kerasCases } from './cases/all-cases'
import { kerasToOnnxCases, kerasToOnnxLeftOut } from './cases/keras2onnx'
import { endToEndModels, modelCases } from './cases/models'
import { structureCases } from './cases/structure'
import { isSupported, proveCases } from './prove-cases'

const all = [...modelCases, ...kerasCases, ...structureCases]

proveCases('models', all)

it('leaves none of them out', () => {
  expect(all.filter(proof => !isSupported(proof)).map(({ id }) => id)).toEqual([])
  expect(Object.keys(endToEndModels)).toEqual(['mlp', 'cnn', 'depthwise_cnn', 'simple_rnn', 'gru', 'bidirectional_lstm',
    'time_distributed_lstm', 'one_dimensional', 'functional_merge'])
})

it('proves or explains each test of keras2onnx', () => {
  expect(Object.keys(kerasToOnnxCases).filter(name => Object.hasOwn(kerasToOnnxLeftOut, name))).toEqual([])
  expect(Object.keys(kerasToOnnxCases).length).toBeGreaterThan(70)
})
