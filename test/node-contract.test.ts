// The Node package in; the cases of the runtime contract, run for each of its providers and models, out.
import { createClassifier } from '@stylelens/node'
import { describe, expect, it } from 'vitest'
import { loadFixtures } from './golden/load-fixtures'
import { runtimeContract } from './runtime-contract'

const row = { absentProvider: 'webnn', tolerance: 1e-4, batchTolerance: 1e-6 }
const providers = ['cpu', 'wasm']

describe.each(providers)("model fashion-small on '%s'", async (executionProvider) => {
  const fixtures = await loadFixtures({ ...row, model: 'fashion-small', executionProvider })
  const cases = runtimeContract(createClassifier, fixtures)

  it('has cases of different names, the provider first', () => {
    expect(cases.length).toBeGreaterThan(100)
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
    expect(cases[0].name).toMatch(/^provider:/)
  })

  it.each(cases)('$name', ({ run }) => run())
})

describe.each(providers)("model fashion-nano on '%s'", async (executionProvider) => {
  const fixtures = await loadFixtures({ ...row, model: 'fashion-nano', executionProvider })
  const cases = runtimeContract(createClassifier, fixtures)

  const selected = cases.filter(({ name }) => /^(provider|labels|manifest|golden|form|detailed|dispose):/.test(name))

  it.each(selected)('$name', ({ run }) => run())
})

describe('model fashion-small on \'cpu\' in workers', async () => {
  const createOptions = { worker: { size: 2 } }
  const fixtures = await loadFixtures({ ...row, model: 'fashion-small', executionProvider: 'cpu', createOptions })

  it.each(runtimeContract(createClassifier, fixtures))('$name', ({ run }) => run())
})
