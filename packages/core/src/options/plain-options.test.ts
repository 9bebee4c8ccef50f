// Plain options in; proof that they mean what the tables say of them, and that the others are looked at, out.
import { describe, expect, it } from 'vitest'
import { classifyOptionTable } from './classify-option-table'
import { resolveClassifyOptions } from './classify-options'
import { resolveCreateOptions } from './create-options'
import { classifyOptionNames } from './option-defaults'
import { OptionKeys } from './option-keys'
import { createOptionTable } from './option-table'
import { plainKey } from './plain-key'
import { arePlain, plainOfCall, plainOfCreation } from './plain-options'
import { settleClassifyOptions } from './settle-classify-options'
import { settleCreateOptions } from './settle-create-options'

const { signal } = new AbortController()
const labels = ['bag', 'coat', 'dress']
const platform = { defaultExecutionProviders: ['cpu', 'wasm'] } as const
const values: readonly unknown[] = [
  undefined, null, true, false, 0, 1, 3, 0.5, -1, 1.5, NaN, Infinity, '', 'fashion-nano', [], {}, () => undefined, signal,
]

describe.each([
  ['creation', plainOfCreation, createOptionTable],
  ['a call', plainOfCall, classifyOptionTable],
] as const)('of %s', (_, plain, table) => {
  it.each(Object.keys(plain))('%s: whatever is plain is right', (name) => {
    const { expectation } = table[name as keyof typeof table] as { expectation: { accepts(value: unknown): boolean } }
    const taken = values.filter((value) => plain[name](value))
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.filter((value) => !expectation.accepts(value))).toEqual([])
  })

  it.each([[{ other: 1 }], [{ other: undefined }], [7], [null], [[]], [{ constructor: 1 }]])('%j is looked at', (options) => {
    expect(arePlain(options, plain)).toBe(false)
  })
})

it('the names of the options of a call are those of their table', () => {
  expect([...classifyOptionNames].sort()).toEqual(Object.keys(classifyOptionTable).sort())
})

it.each([
  [{}],
  [{ model: 'fashion-nano' }],
  [{ model: undefined, worker: true, signal }],
  [{ onProgress: () => undefined, onFallback: () => undefined }],
])('%j for creation are settled as the tables settle them', async (options) => {
  expect(arePlain(options, plainOfCreation)).toBe(true)
  expect(await settleCreateOptions(options, platform)).toEqual(resolveCreateOptions(options, platform))
})

it.each([
  [undefined], [{}], [{ topK: 1 }], [{ topK: null }], [{ topK: 99, scoreThreshold: 0.2 }], [{ topK: undefined, signal }],
])('%j for a call are settled as the tables settle them', async (options) => {
  expect(arePlain(options, plainOfCall)).toBe(true)
  expect(await settleClassifyOptions(options, labels)).toEqual(resolveClassifyOptions(options, labels))
})

it('options that are not plain are settled too, or refused', async () => {
  const options = { labelDenylist: ['bag'] }
  expect(await settleClassifyOptions(options, labels)).toEqual(resolveClassifyOptions(options, labels))
  await expect(settleClassifyOptions({ topK: 0 }, labels)).rejects.toMatchObject({ code: 'option-invalid' })
  await expect(settleCreateOptions({ threads: 0 }, platform)).rejects.toMatchObject({ code: 'option-invalid' })
})

it.each([
  [{}], [{ model: 'fashion-small' }], [{ model: 'a "b"', worker: true }], [{ worker: true, model: 'x' }],
  [{ worker: false, model: undefined, onProgress: () => undefined }],
])('%j have the key that all options have', (options) => {
  expect(plainKey(options)).toBe(new OptionKeys().keyOf(options))
})
