// The options about providers in all wrong ways in, the typed error that names them out; and what they mean.
import { describe, expect, it } from 'vitest'
import { isClassifierError } from '../classifier-error'
import { resolveCreateOptions } from './create-options'
import type { CreateClassifierOptions } from './create-options'
import { OptionKeys } from './option-keys'

const platform = {
  defaultExecutionProviders: ['cpu', 'wasm'],
  autoExecutionProviders: ['cuda', 'cpu', 'wasm'],
} as const
const create = (options: unknown) => resolveCreateOptions(options as CreateClassifierOptions, platform)

function messageOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (isClassifierError(error, 'option-invalid')) return error.message
    throw error
  }
  throw new Error('accepted')
}

describe('options about providers', () => {
  it('are quiet, honest and modest by default', () => {
    expect(create({})).toMatchObject({ strict: false, threads: 1, logLevel: 'silent', warmup: undefined })
    expect(create({}).providers).toEqual({
      requested: ['cpu', 'wasm'],
      candidates: [{ name: 'cpu', options: {} }, { name: 'wasm', options: {} }],
      auto: [],
    })
  })

  it.each([
    ['strict', 1], ['strict', null], ['threads', 'all'], ['threads', 0], ['threads', null],
    ['logLevel', 'warn'], ['logLevel', 2], ['onProgress', {}], ['onProgress', null], ['onFallback', 'log'],
    ['warmup', 'auto'],
  ])('%s: %j is refused by name', (name, value) => {
    expect(messageOf(() => create({ [name]: value }))).toContain(`Option "${name}" must be`)
  })

  it.each([
    ['strict', true], ['threads', 'auto'], ['threads', 8], ['logLevel', 'verbose'], ['warmup', false],
    ['onProgress', () => undefined], ['onFallback', () => undefined],
  ])('%s: %s is taken', (name, value) => {
    expect(create({ [name]: value })).toMatchObject({ [name]: value })
  })

  it('auto stands for all that the platform has and the list does not name', () => {
    expect(create({ executionProviders: ['wasm', 'auto'] }).providers).toEqual({
      requested: ['wasm', 'auto'],
      candidates: [{ name: 'wasm', options: {} }, { name: 'cuda', options: {} }, { name: 'cpu', options: {} }],
      auto: ['cuda', 'cpu'],
    })
  })

  it('of a caller\'s own ears do not make another shared classifier', () => {
    const keys = new OptionKeys()
    const listeners = { onProgress: () => undefined, onFallback: () => undefined }
    expect(keys.keyOf({ threads: 2, ...listeners })).toBe(keys.keyOf({ threads: 2 }))
    expect(keys.keyOf({ strict: true })).not.toBe(keys.keyOf({}))
    expect(keys.keyOf({ warmup: false })).not.toBe(keys.keyOf({}))
  })
})
