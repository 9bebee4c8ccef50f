// The entries of stylelens for Node and for browsers in; one and the same list of names, and a cache that each empties, out.
import { describe, expect, it } from 'vitest'
import type { CachedFile } from '@stylelens/core'
import * as node from './index'

describe.each(['index', 'web', 'web-wasm', 'web-webgpu'])('%s', async (name) => {
  const entry = (await import(`./${name}.ts`)) as typeof node

  it('has the names that all have', () => expect(Object.keys(entry)).toEqual(Object.keys(node)))

  it('clears the cache that it is given', async () => {
    const kept = new Map<string, CachedFile>([['https://a.test/m', { bytes: Uint8Array.of(1), sha256: '', etag: null }]])
    const store = {
      match: async (address: string) => kept.get(address),
      put: async (address: string, file: CachedFile) => void kept.set(address, file),
      delete: async (address: string) => kept.delete(address),
      keys: async () => [...kept.keys()],
    }
    await entry.clearCache({ cache: store })
    expect(kept.size).toBe(0)
  })
})
