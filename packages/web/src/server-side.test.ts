// The entries, imported where there is no browser, in; no touch of a global, and typed errors, out.
import { isClassifierError } from '@stylelens/core'
import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

const names = ['window', 'document', 'navigator', 'location', 'self', 'caches', 'WebAssembly', 'Worker', 'createImageBitmap']

it.each(['./index', './wasm', './webgpu'])('%s touches no global when it is imported', async (entry) => {
  for (const name of names) {
    vi.stubGlobal(name, undefined)
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => { throw new Error(`${name} was touched.`) },
    })
  }
  vi.resetModules()
  const library = (await import(entry)) as typeof import('./index')
  expect(Object.keys(library).sort()).toEqual([
    'ClassifierError', 'classify', 'clearCache', 'createClassifier', 'embeddedModelNames', 'getCapabilities', 'isClassifierError',
  ])
})

it('rejects with typed errors where there is no browser', async () => {
  const { classify } = await import('./index')
  const error: unknown = await classify(new Uint8Array(3)).catch((reason: unknown) => reason)
  expect(isClassifierError(error)).toBe(true)
})
