// The options about getting a model, right and wrong, in; whether they are taken out.
import { describe, expect, it } from 'vitest'
import { modelOptionTable, resolveModelOptions } from './model-options'

const accepts = (name: keyof typeof modelOptionTable, value: unknown) =>
  modelOptionTable[name].expectation.accepts(value)
const cache = {
  match: async () => undefined,
  put: async () => undefined,
  delete: async () => true,
  keys: async () => [],
}
const digest = `sha256-${'ab'.repeat(32)}`

describe('model options', () => {
  it.each<[keyof typeof modelOptionTable, unknown]>([
    ['dtype', 'fp32'],
    ['dtype', 'fp16'],
    ['dtype', 'int8'],
    ['integrity', digest],
    ['integrity', { 'manifest.json': digest }],
    ['integrity', {}],
    ['fetch', false],
    ['fetch', fetch],
    ['fetch', {}],
    ['fetch', { headers: { a: 'b' }, credentials: 'include' }],
    ['fetch', { headers: undefined, credentials: undefined }],
    ['cache', false],
    ['cache', true],
    ['cache', '/folder'],
    ['cache', new URL('file:///folder')],
    ['cache', cache],
    ['cache', { store: '/folder' }],
    ['cache', { store: cache, strict: true, onError: () => undefined }],
    ['maxModelBytes', 1],
  ])('%s takes %o', (name, value) => {
    expect(accepts(name, value)).toBe(true)
  })

  it.each<[keyof typeof modelOptionTable, unknown]>([
    ['dtype', 'q8'],
    ['dtype', null],
    ['dtype', 32],
    ['integrity', 'sha256-ab'],
    ['integrity', 'ab'.repeat(32)],
    ['integrity', { 'manifest.json': 'ab' }],
    ['integrity', null],
    ['integrity', []],
    ['fetch', true],
    ['fetch', null],
    ['fetch', 'https://example.com'],
    ['fetch', { header: {} }],
    ['fetch', { headers: { a: 1 } }],
    ['fetch', { credentials: 'always' }],
    ['fetch', { headers: [] }],
    ['cache', ''],
    ['cache', null],
    ['cache', 7],
    ['cache', {}],
    ['cache', { ...cache, keys: undefined, store: '' }],
    ['cache', { store: '/folder', strict: 'yes' }],
    ['cache', { store: '/folder', onError: true }],
    ['cache', { store: '/f', size: 3 }],
    ['maxModelBytes', 0],
    ['maxModelBytes', Infinity],
    ['maxModelBytes', '1MB'],
  ])('%s refuses %o', (name, value) => {
    expect(accepts(name, value)).toBe(false)
  })

  it('have defaults, the same on every runtime, and copy what may change', () => {
    expect(resolveModelOptions({}, 7)).toEqual({
      dtype: 'fp32',
      integrity: undefined,
      fetch: undefined,
      cache: undefined,
      maxModelBytes: 2 ** 30,
      timeout: 7,
    })
    const integrity = { 'manifest.json': digest }
    expect(resolveModelOptions({ integrity }, 7).integrity).not.toBe(integrity)
  })
})
