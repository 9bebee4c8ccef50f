// Servers that behave well or badly in; the files of a model, or typed errors, and what was asked of them, out.
import { describe, expect, it } from 'vitest'
import { endlessTimeout, fakeNetwork } from '../../../test/fake-network'
import type { FakeAnswer } from '../../../test/fake-network'
import { address, files, load, loadBoth, manifest, model, serveFiles, sha256 } from '../../../test/served-model'
import type { LoadProgress } from '../../progress'

describe('addresses', () => {
  it.each([
    ['https://models.test/m', '/m/manifest.json', '/m/model.onnx'],
    ['https://models.test/m/', '/m/manifest.json', '/m/model.onnx'],
    ['https://models.test/m/manifest.json', '/m/manifest.json', '/m/model.onnx'],
    ['https://models.test/m/?token=a', '/m/manifest.json?token=a', '/m/model.onnx?token=a'],
    ['https://models.test/m/manifest.json?token=a#x', '/m/manifest.json?token=a', '/m/model.onnx?token=a'],
  ])('%s', async (from, ...asked) => {
    const network = fakeNetwork(serveFiles)
    expect(await loadBoth(network, {}, from)).toEqual(model)
    expect(network.asked).toEqual(asked)
    expect(network.open).toBe(0)
  })

  it('names no token and no password in messages, nor keeps them in the cache', async () => {
    const network = fakeNetwork(serveFiles)
    await loadBoth(network, {}, `${address}?token=secret`)
    expect(JSON.stringify([...network.cache.files.keys()])).not.toContain('secret')
    const failure = await load(
      fakeNetwork(() => ({ status: 400 })),
      {},
      `${address}?token=secret`,
    ).catch(String)
    expect(failure).toContain('"https://models.test/m/"')
    expect(failure).not.toContain('secret')
  })
})

describe('requests', () => {
  it('carry the headers and credentials that the caller gives', async () => {
    const network = fakeNetwork(serveFiles)
    await load(network, { fetch: { headers: { authorization: 'Bearer x' }, credentials: 'include' } })
    expect(network.inits[0]).toMatchObject({ headers: { authorization: 'Bearer x' }, credentials: 'include' })
  })

  it('go through the function of the caller', async () => {
    const network = fakeNetwork(() => {
      throw new Error('not asked')
    })
    const own = fakeNetwork(serveFiles)
    expect(await loadBoth(network, { fetch: own.fetch })).toEqual(model)
    expect([network.asked.length, own.asked.length]).toEqual([0, 2])
  })

  it('are not made with fetch: false', async () => {
    const network = fakeNetwork(serveFiles)
    await expect(load(network, { fetch: false })).rejects.toMatchObject({
      code: 'model-download',
      message: expect.stringContaining('`fetch: false`') as string,
    })
    expect(network.asked).toEqual([])
  })
})

describe('failures', () => {
  const failing = (answer: FakeAnswer | Error, times: number) =>
    fakeNetwork((path, init, visit) => {
      if (visit > times) return serveFiles(path, init, visit)
      if (answer instanceof Error) throw answer
      return answer
    })

  it.each<[string, FakeAnswer | Error]>([
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['429', { status: 429 }],
    ['408', { status: 408 }],
    ['a torn connection', new TypeError('fetch failed', { cause: new Error('ECONNRESET') })],
    ['half a file', { body: 'half', headers: { 'content-length': '900' } }],
  ])('%s is tried again, with pauses', async (_, answer) => {
    const network = failing(answer, 3)
    expect(await load(network)).toMatchObject({ manifest: { name: 'sample' } })
    expect(network.pauses).toEqual([300, 1000, 3000])
    expect(network.open).toBe(0)
  })

  it.each<[RegExp, FakeAnswer | Error]>([
    [/status 500 \(attempts: 4\)/, { status: 500 }],
    [/ECONNRESET \(attempts: 4\)/, new TypeError('fetch failed', { cause: new Error('ECONNRESET') })],
    [/cut short: 4 of 900 bytes came/, { body: 'half', headers: { 'content-length': '900' } }],
    [/status 400/, { status: 400 }],
    [/status 206/, { status: 206, body: 'x' }],
    [/status 304/, { status: 304 }],
    [/manifest.json: the server answered with status 404; config.json: .* 404/, { status: 404 }],
    [/manifest.json: the server answered with status 401/, { status: 401 }],
    [/answered with a web page \(HTML\)/, { body: ' <!DOCTYPE html><title>Sign in</title>' }],
    [/answered with a pointer of Git LFS/, { body: 'version https://git-lfs.github.com/spec/v1\noid' }],
  ])('%s', async (message, answer) => {
    const network = failing(answer, Infinity)
    await expect(load(network)).rejects.toMatchObject({
      code: 'model-download',
      message: expect.stringMatching(message) as string,
    })
    expect(network.cache.files.size).toBe(0)
    expect(network.open).toBe(0)
  })

  it('waits as long as the server asks, within reason', async () => {
    const network = fakeNetwork((path, init, visit) =>
      visit > 2
        ? serveFiles(path, init, visit)
        : { status: 429, headers: { 'retry-after': visit === 1 ? '7' : '9999' } },
    )
    await load(network)
    expect(network.pauses).toEqual([7000, 30_000])
  })

  it('a server that stops sending is given up after the timeout, as often as any', async () => {
    const network = fakeNetwork(() => ({ body: manifest, stalls: true }), {
      delay: async (milliseconds, signal) => {
        if (milliseconds === endlessTimeout)
          await new Promise((resolve) => setTimeout(resolve, signal?.aborted ? 0 : 5))
      },
    })
    await expect(load(network)).rejects.toMatchObject({
      code: 'model-download',
      message: expect.stringContaining('nothing came for 123456 ms') as string,
    })
    expect(network.asked.filter((path) => path === '/m/manifest.json')).toHaveLength(4)
  })

  it.each<[string, FakeAnswer]>([
    ['announced', { body: 'x', headers: { 'content-length': '20000' } }],
    ['sent', { body: new Uint8Array(20_000) }],
    ['sent whole', { body: new Uint8Array(20_000), whole: true }],
  ])('too many bytes, %s, are an error at once', async (_, answer) => {
    const network = fakeNetwork((path, init, visit) =>
      path.endsWith('.onnx') ? answer : serveFiles(path, init, visit),
    )
    await expect(loadBoth(network)).rejects.toMatchObject({
      code: 'model-unsupported',
      message: expect.stringContaining('maxModelBytes') as string,
    })
    expect([network.pauses, network.open]).toEqual([[], 0])
  })

  it('a compressed body is not measured by its announced length', async () => {
    const network = fakeNetwork((path, init, visit) =>
      path.endsWith('.onnx')
        ? { body: model, headers: { 'content-length': '20000', 'content-encoding': 'gzip' } }
        : serveFiles(path, init, visit),
    )
    expect(await loadBoth(network)).toEqual(model)
  })

  it('an aborted signal ends the download and the pauses', async () => {
    const controller = new AbortController()
    const network = fakeNetwork(() => {
      setTimeout(() => controller.abort('enough'), 5)
      return { body: manifest, stalls: true }
    })
    await expect(load(network, { signal: controller.signal })).rejects.toMatchObject({
      code: 'aborted',
      cause: 'enough',
    })
    expect([network.asked.length, network.open]).toEqual([1, 0])
    await expect(load(network, { signal: controller.signal })).rejects.toMatchObject({ code: 'aborted' })
  })
})

describe('progress', () => {
  const listen = async (answer: FakeAnswer): Promise<LoadProgress[]> => {
    const heard: LoadProgress[] = []
    const network = fakeNetwork((path, init, visit) =>
      path.endsWith('.onnx') ? answer : serveFiles(path, init, visit),
    )
    await loadBoth(network, {
      onProgress: (progress) => {
        heard.push(progress)
      },
    })
    return heard
  }

  it('counts the bytes of the model, not those of the manifest', async () => {
    const half = Math.ceil(model.length / 2)
    const total = model.length
    expect(await listen(files['/m/model.onnx'])).toEqual(
      [0, half, total].map((loaded) => ({ phase: 'model', loaded, total })),
    )
    const unknown = [0, half, total].map((loaded) => ({ phase: 'model', loaded, total: null }))
    expect(await listen({ body: model })).toEqual(unknown)
    expect(await listen({ body: model, whole: true })).toEqual([unknown[0], unknown[2]])
  })
})

describe('integrity', () => {
  it.each([`sha256-${sha256(manifest)}`, `sha256-${Buffer.from(sha256(manifest), 'hex').toString('base64')}`])(
    'takes %s',
    async (integrity) => {
      expect(await load(fakeNetwork(serveFiles), { integrity })).toMatchObject({ manifest: { name: 'sample' } })
      const each = { 'manifest.json': integrity, 'model.onnx': `sha256-${sha256(model)}` }
      expect(await loadBoth(fakeNetwork(serveFiles), { integrity: each })).toEqual(model)
    },
  )

  it('refuses other files, and keeps none of them', async () => {
    const network = fakeNetwork(serveFiles)
    await expect(load(network, { integrity: `sha256-${'ab'.repeat(32)}` })).rejects.toMatchObject({
      code: 'model-integrity',
      message: expect.stringContaining(sha256(manifest)) as string,
    })
    expect(network.cache.files.size).toBe(0)
    const each = { 'model.onnx': `sha256-${'ab'.repeat(32)}` }
    await expect(loadBoth(network, { integrity: each })).rejects.toMatchObject({ code: 'model-integrity' })
  })
})
