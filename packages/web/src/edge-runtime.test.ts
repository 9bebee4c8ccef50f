// Globals as hosts of edge runtimes set them in; what the library answers there out.
import { isClassifierError } from '@stylelens/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { edgeRuntime, refuseEdgeRuntime } from './edge-runtime'
import { classify, createClassifier, getCapabilities } from './index'

afterEach(() => vi.unstubAllGlobals())

const hosts = [
  ['Vercel Edge', 'EdgeRuntime', 'vercel', /runtime = 'nodejs'/],
  ['Cloudflare Workers', 'navigator', { userAgent: 'Cloudflare-Workers' }, /Classify in the browser/],
] as const

const nothingCompiles = { Module: class { constructor() { throw new Error('not allowed') } } }

describe.each(hosts)('on %s', (name, property, value, mend) => {
  it.each([
    ['createClassifier', () => createClassifier()],
    ['createClassifier with a worker', () => createClassifier({ worker: true })],
    ['classify', () => classify(new Uint8Array(3))],
  ])('%s is refused before anything is fetched, and says what to do', async (_, call) => {
    vi.stubGlobal(property, value)
    vi.stubGlobal('WebAssembly', nothingCompiles)
    const fetch = vi.fn()
    vi.stubGlobal('fetch', fetch)
    const error: unknown = await call().catch((reason: unknown) => reason)
    expect(isClassifierError(error, 'provider-failed')).toBe(true)
    expect((error as Error).message).toContain(name)
    expect((error as Error).message).toMatch(mend)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('getCapabilities tells what to do where WebAssembly cannot be compiled', async () => {
    vi.stubGlobal(property, value)
    vi.stubGlobal('WebAssembly', nothingCompiles)
    const { executionProviders: [wasm] } = await getCapabilities()
    expect(wasm).toMatchObject({ name: 'wasm', available: false, mend: expect.stringMatching(mend) as string })
  })
})

it.each([
  ['a browser', { userAgent: 'Mozilla/5.0 Chrome/147.0.0.0' }],
  ['Node', undefined],
])('%s is none', (_, navigator) => {
  vi.stubGlobal('navigator', navigator)
  expect(edgeRuntime()).toBeUndefined()
  expect(refuseEdgeRuntime).not.toThrow()
})
