// Caches that are right, damaged or broken in; the files of a model, and what was asked of the server, out.
import { describe, expect, it } from 'vitest'
import { fakeNetwork } from '../../../test/fake-network'
import { makeOnnx } from '../../../test/make-onnx'
import { sampleManifest } from '../../../test/sample-manifest'
import { address, loadBoth, manifest, model, serveFiles, sha256 } from '../../../test/served-model'

describe('the cache', () => {
  it('keeps files, and asks the server only whether the manifest has changed', async () => {
    const network = fakeNetwork(serveFiles)
    await loadBoth(network)
    expect(network.cache.files.get(`${address}model.onnx`)).toEqual({ bytes: model, sha256: sha256(model), etag: null })
    network.asked.length = 0
    expect(await loadBoth(network)).toEqual(model)
    expect(network.asked).toEqual(['/m/manifest.json'])
    expect(network.inits.at(-1)?.headers).toEqual({ 'if-none-match': '"1"' })
  })

  it('sends no ETag where the platform forbids it', async () => {
    const network = fakeNetwork(serveFiles, { sendsEtags: false })
    await loadBoth(network)
    await loadBoth(network)
    expect(network.inits.every(({ headers }) => Object.keys(headers).length === 0)).toBe(true)
  })

  it('asks nothing at all where the digest of the manifest is known', async () => {
    const network = fakeNetwork(serveFiles)
    const integrity = `sha256-${sha256(manifest)}`
    await loadBoth(network, { integrity })
    network.asked.length = 0
    expect(await loadBoth(network, { integrity })).toEqual(model)
    expect(network.asked).toEqual([])
  })

  it('stands in where no server can be reached, after one attempt, and with fetch: false', async () => {
    const network = fakeNetwork(serveFiles)
    await loadBoth(network)
    const dead = fakeNetwork(
      () => {
        throw new Error('offline')
      },
      { openCache: () => network.cache },
    )
    expect(await loadBoth(dead)).toEqual(model)
    expect([dead.asked, dead.pauses]).toEqual([['/m/manifest.json'], []])
    expect(await loadBoth(dead, { fetch: false })).toEqual(model)
    expect(dead.asked).toHaveLength(1)
  })

  it('is filled anew where the server has another version', async () => {
    const network = fakeNetwork(serveFiles)
    await loadBoth(network)
    const later = makeOnnx(undefined, { producerName: 'later' })
    const changed = JSON.stringify(sampleManifest({ sha256: sha256(later), bytes: later.length }))
    const renewed = fakeNetwork((path) => (path.endsWith('.onnx') ? { body: later } : { body: changed }), {
      openCache: () => network.cache,
    })
    expect(await loadBoth(renewed)).toEqual(later)
    expect(network.cache.files.get(`${address}model.onnx`)?.sha256).toBe(sha256(later))
  })

  it('replaces damaged entries', async () => {
    const network = fakeNetwork(serveFiles)
    await loadBoth(network)
    const key = `${address}model.onnx`
    network.cache.files.set(key, { bytes: model.subarray(1), sha256: sha256(model), etag: null })
    expect(await loadBoth(network)).toEqual(model)
    expect(network.cache.files.get(key)?.bytes).toEqual(model)
  })

  it('never keeps a file that is not the one of the manifest', async () => {
    const network = fakeNetwork((path, init, visit) =>
      path.endsWith('.onnx') ? { body: 'other' } : serveFiles(path, init, visit),
    )
    expect(new TextDecoder().decode(await loadBoth(network))).toBe('other')
    expect([...network.cache.files.keys()]).toEqual([`${address}manifest.json`])
  })

  it('that fails costs nothing but time, and the caller may hear of it', async () => {
    const full = async () => {
      throw new Error('ENOSPC: no space left')
    }
    const broken = { match: full, put: full, delete: full, keys: full }
    const heard: unknown[] = []
    const network = fakeNetwork(serveFiles, { openCache: () => broken })
    expect(
      await loadBoth(network, {
        cache: {
          store: true,
          onError: (error) => {
            heard.push(error)
          },
        },
      }),
    ).toEqual(model)
    expect(heard).toHaveLength(4)
    expect(heard[3]).toMatchObject({
      code: 'cache-failed',
      message: expect.stringContaining('Cannot write to the cache') as string,
    })
    await expect(loadBoth(network, { cache: { store: true, strict: true } })).rejects.toMatchObject({
      code: 'cache-failed',
      cause: { message: 'ENOSPC: no space left' },
    })
  })
})
