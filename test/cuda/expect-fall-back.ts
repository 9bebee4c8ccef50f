// The answer of a process that was asked for CUDA, and what its machine lacks, in; proof that it says so out.
import { expect } from 'vitest'
import type { FallBackAnswer } from './fall-back-answer'

export interface ExpectedLack {
  /** In the reason of the fallback and in getCapabilities alike. */
  readonly missing: RegExp
  readonly mend: RegExp
}

export function expectFallBack({ backend, predictions, executionProviders }: FallBackAnswer, lack: ExpectedLack): void {
  expect(backend).toMatchObject({ executionProvider: 'cpu', requested: ['cuda', 'cpu'], placement: 'full' })
  expect(backend.fellBackFrom).toEqual([
    { executionProvider: 'cuda', code: 'provider-unavailable', message: expect.stringMatching(lack.missing) },
  ])
  expect(backend.fellBackFrom[0]?.message).toMatch(lack.mend)
  expect(predictions).toHaveLength(5)
  expect(executionProviders.find(({ name }) => name === 'cuda')).toEqual({
    name: 'cuda',
    available: false,
    missing: expect.stringMatching(lack.missing),
    mend: expect.stringMatching(lack.mend),
  })
}
