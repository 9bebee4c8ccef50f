// Every case in; TensorFlow's own kernels must agree with the float64 reference on each.
import { afterAll, describe, expect, it } from 'vitest'
import { available } from '../../../test/requirement'
import { allCases } from './cases/all-cases'
import { judgeCase } from './judge-case'
import { isInstalled } from './oracles/backends'
import { isSupported } from './prove-cases'
import { recordError, writeRecords } from './record-errors'

const cases = allCases.filter(isSupported)

describe.skipIf(!available('native', isInstalled('tensorflow'), 'tfjs-node, the second oracle'))('tfjs-node', () => {
  it.each(cases.map(proof => [proof.id, proof] as const))('%s', async (id, proof) => {
    const { disagreement } = await judgeCase(proof, 'tensorflow')
    recordError(proof.family, 'tfjs-node', id, disagreement)
    expect(disagreement).toBeLessThan(1)
  })

  afterAll(() => writeRecords('native'))
})
