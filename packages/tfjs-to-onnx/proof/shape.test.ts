// The cases of these families come in; on every batch size each runtime must give what both oracles say.
import { expect, it } from 'vitest'
import { layerCasesOf } from './cases/layer-cases'
import { isSupported, proveCases } from './prove-cases'

const cases = layerCasesOf('merge', 'normalization', 'pooling', 'rearrangement', 'resampling', 'lookup')

it('has many cases, and the converter supports the layers of all of them', () => {
  expect(cases.length).toBeGreaterThan(250)
  expect(cases.filter(proof => !isSupported(proof)).map(({ id }) => id)).toEqual([])
})

proveCases('shape', cases)
