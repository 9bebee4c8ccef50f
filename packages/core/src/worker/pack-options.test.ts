// Creation options in; what of them reaches a worker, what stays with the caller and what is refused, out.
import { describe, expect, it } from 'vitest'
import { ClassifierError } from '../classifier-error'
import { unpackEvent } from './pack-event'
import { packOptions, unpackOptions } from './pack-options'

class Cache {
  match() {
    return undefined
  }
}

describe('options that are plain data', () => {
  it('are sent; undefined ones, the signal and the worker option are not', () => {
    const { plain, listeners } = packOptions({
      model: 'fashion-small', threads: undefined, signal: new AbortController().signal, worker: true,
      inputs: { files: false, network: undefined }, executionProviders: ['cpu', { name: 'wasm', a: 1 }], fetch: false,
    })
    expect(plain).toEqual({
      model: 'fashion-small', inputs: { files: false }, fetch: false,
      executionProviders: ['cpu', { name: 'wasm', a: 1 }],
    })
    expect(Object.keys(plain.inputs as object)).toEqual(['files'])
    expect(listeners).toEqual([])
  })

  it('are sent with URLs as text and bytes as they are', () => {
    const bytes = Uint8Array.of(1, 2)
    const model = { manifest: { name: 'a' }, bytes }
    expect(packOptions({ model: new URL('file:///models/a'), cache: { store: new URL('file:///c') } }).plain)
      .toEqual({ model: 'file:///models/a', cache: { store: 'file:///c' } })
    expect((packOptions({ model }).plain.model as typeof model).bytes).toBe(bytes)
    expect(packOptions({ wasm: { binary: bytes.buffer } }).plain).toEqual({ wasm: { binary: bytes.buffer } })
  })
})

describe('options that cannot be sent', () => {
  it.each([
    ['fetch', { fetch: () => undefined }, 'a function'],
    ['cache', { cache: new Cache() }, 'an object of type Cache'],
    ['cache.store', { cache: { store: new Cache() } }, 'an object of type Cache'],
    ['executionProviders[1].device', { executionProviders: ['cpu', { name: 'webgpu', device: new Cache() }] }, 'Cache'],
    ['sessionOptions.extra.key', { sessionOptions: { extra: { key: Symbol('s') } } }, 'Symbol(s)'],
    ['model', { model: async () => undefined }, 'a function'],
  ])('%s is refused with its path and what it is', (path, options, what) => {
    const refused = expect.objectContaining({
      code: 'option-invalid',
      message: expect.stringContaining(`Option "${path}" cannot be used with \`worker\``),
    })
    expect(() => packOptions(options)).toThrow(refused)
    expect(() => packOptions(options)).toThrow(what)
  })
})

describe('listeners', () => {
  it('stay with the caller and are told, wherever they stand', () => {
    const onProgress = () => undefined
    const onError = () => undefined
    const packed = packOptions({ onProgress, cache: { store: '/c', onError } })
    expect([...packed.own]).toEqual([['onProgress', onProgress], ['cache.onError', onError]])
    const { plain, listeners } = packed
    const told: unknown[] = []
    const options = unpackOptions(structuredClone({ plain, listeners }), (path, event) =>
      void told.push([path, unpackEvent(structuredClone(event))])) as never as {
      onProgress(event: unknown): void
      cache: { store: string; onError(error: unknown): void }
    }
    expect(options.cache.store).toBe('/c')
    const reason = new ClassifierError('cache-failed', 'The disk is full.', { cause: new Error('ENOSPC') })
    options.onProgress({ phase: 'model', loaded: 1, total: null })
    options.onProgress({ from: 'cuda', to: 'cpu', reason })
    options.cache.onError(reason)
    expect(told).toEqual([
      ['onProgress', { phase: 'model', loaded: 1, total: null }],
      ['onProgress', { from: 'cuda', to: 'cpu', reason }],
      ['cache.onError', reason],
    ])
    expect((told[2] as [string, Error])[1]).toBeInstanceOf(ClassifierError)
  })
})
