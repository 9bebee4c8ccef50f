// Wishes in; the options that onnxruntime gets out.
import type { SessionOptions } from '@stylelens/core'
import { expect, it } from 'vitest'
import { buildSessionOptions } from './session-options'

const wish = (more: Partial<SessionOptions>): SessionOptions => ({
  candidate: { name: 'cuda', options: {} },
  strict: false,
  threads: 3,
  sessionOptions: {},
  ...more,
})

it('names one provider with its options, and is quiet', () => {
  const options = buildSessionOptions(wish({ candidate: { name: 'cuda', options: { deviceId: 1, other: undefined } } }))
  expect(options).toStrictEqual({
    logSeverityLevel: 4,
    interOpNumThreads: 1,
    intraOpNumThreads: 3,
    executionProviders: [{ name: 'cuda', deviceId: 1 }],
  })
})

it('strict forbids the CPU, beside the extra options of the caller, without changing them', () => {
  const sessionOptions = Object.freeze({
    extra: Object.freeze({ session: Object.freeze({ a: '1' }), optimization: { b: '2' } }),
  })
  const { extra } = buildSessionOptions(wish({ strict: true, sessionOptions }))
  expect(extra).toEqual({ session: { a: '1', disable_cpu_ep_fallback: '1' }, optimization: { b: '2' } })
})

it.each(['cpu', 'wasm'] as const)('strict means nothing where the CPU is the provider: %s', (name) => {
  expect(buildSessionOptions(wish({ strict: true, candidate: { name, options: {} } }))).not.toHaveProperty('extra')
})

it('lets the caller decide all but the provider', () => {
  const sessionOptions = { logSeverityLevel: 0, interOpNumThreads: 2, executionProviders: ['cpu'] }
  expect(buildSessionOptions(wish({ sessionOptions }))).toMatchObject({
    logSeverityLevel: 0,
    interOpNumThreads: 2,
    executionProviders: [{ name: 'cuda' }],
  })
})

it('lets onnxruntime speak as loud as it is asked to', () => {
  expect(buildSessionOptions(wish({ logLevel: 'verbose' })).logSeverityLevel).toBe(0)
  expect(buildSessionOptions(wish({ logLevel: 'silent' })).logSeverityLevel).toBe(4)
})
