// Engines with and without Symbol.asyncDispose in; an object that has the method, or is left as it was, out.
import { afterEach, expect, it, vi } from 'vitest'
import { makeAsyncDisposable } from './async-disposable'

afterEach(() => { vi.unstubAllGlobals() })

it('adds a method that is not listed among the keys', async () => {
  const target = {}
  makeAsyncDisposable(target, async () => undefined)
  expect(Reflect.ownKeys(target)).toEqual([Symbol.asyncDispose])
  expect({ ...target }).toEqual({})
})

it('adds nothing on an engine without the symbol', () => {
  vi.stubGlobal('Symbol', Object.assign(() => undefined, {}))
  const target = {}
  makeAsyncDisposable(target, async () => undefined)
  vi.unstubAllGlobals()
  expect(Reflect.ownKeys(target)).toEqual([])
})
