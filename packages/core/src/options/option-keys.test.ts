// Pairs of options in, whether they share a classifier out.
import { describe, expect, it } from 'vitest'
import { OptionKeys } from './option-keys'

const bytes = new Uint8Array(2)
const build = () => 1
const symbol = Symbol('s')

describe('OptionKeys', () => {
  it.each<[object, object]>([
    [{}, { threads: 1, model: 'fashion-small', maxBytes: 64 * 1024 * 1024 }],
    [{}, { model: undefined }],
    [{}, { signal: new AbortController().signal }],
    [{ threads: 2, model: 'a' }, { model: 'a', threads: 2 }],
    [{ inputs: { files: true, network: false } }, { inputs: { network: false, files: true } }],
    [{ model: bytes }, { model: bytes }],
    [{ sessionOptions: { build } }, { sessionOptions: { build } }],
    [{ sessionOptions: { symbol } }, { sessionOptions: { symbol } }],
    [{ model: new URL('https://example.org/m') }, { model: new URL('https://example.org/m') }],
  ])('%o and %o share', (left, right) => {
    const keys = new OptionKeys()
    expect(keys.keyOf(left)).toBe(keys.keyOf(right))
  })

  it.each<[object, object]>([
    [{}, { threads: 2 }],
    [{ model: 'a' }, { model: 'b' }],
    [{ threads: 2 }, { threads: '2' }],
    [{ executionProviders: ['cpu', 'wasm'] }, { executionProviders: ['wasm', 'cpu'] }],
    [{ executionProviders: ['cpu,wasm'] }, { executionProviders: ['cpu', 'wasm'] }],
    [{ model: new Uint8Array(2) }, { model: new Uint8Array(2) }],
    [{ sessionOptions: { build: () => 1 } }, { sessionOptions: { build: () => 1 } }],
    [{ sessionOptions: { a: null } }, { sessionOptions: { a: 'null' } }],
    [{ sessionOptions: { a: 1n } }, { sessionOptions: { a: 1 } }],
    [{ model: new URL('https://example.org/m') }, { model: new URL('https://example.org/n') }],
  ])('%o and %o do not', (left, right) => {
    const keys = new OptionKeys()
    expect(keys.keyOf(left)).not.toBe(keys.keyOf(right))
  })
})
