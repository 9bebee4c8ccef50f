// A server with models, good and broken, in; classifiers, cached files and typed errors out.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serveFiles } from '../test/serve-files'
import type { FileServer } from '../test/serve-files'
import { clearCache, createClassifier } from './index'
import type { CreateClassifierOptions, LoadProgress } from './index'
import { sha256 } from './sha256'

const tiny = fileURLToPath(new URL('../test/tiny/', import.meta.url))
const huggingFace = fileURLToPath(new URL('../../../test/golden/custom/hugging-face/', import.meta.url))
const upper = { data: Uint8Array.from({ length: 784 }, (_, index) => (index < 392 ? 255 : 0)), width: 28, height: 28 }
let server: FileServer
let folder: string
let failures = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stylelens-'))
  server = await serveFiles((path, request, response) => {
    if (failures-- > 0) return void response.writeHead(503).end()
    if (path.startsWith('/guarded/') && request.headers.authorization !== 'Bearer x')
      return void response.writeHead(401).end()
    if (path.startsWith('/page/'))
      return void response.setHeader('content-type', 'text/html').end('<!doctype html><html>')
    if (path.startsWith('/silent/')) return
    if (path.startsWith('/moved/'))
      return void response.writeHead(302, { location: path.replace('moved', 'tiny') }).end()
    const root = path.startsWith('/hf/') ? huggingFace : tiny
    readFile(join(root, path.replace(/^\/[a-z]+\//, ''))).then(
      (bytes) => {
        response.setHeader('etag', `"${bytes.length}"`)
        if (request.headers['if-none-match'] === `"${bytes.length}"`) return response.writeHead(304).end()
        if (path.startsWith('/packed/')) return response.setHeader('content-encoding', 'gzip').end(gzipSync(bytes))
        if (path.startsWith('/torn/'))
          return response.writeHead(200, { 'content-length': bytes.length }).end(bytes.subarray(0, 9))
        return response.end(
          path.startsWith('/damaged/') && path.endsWith('.onnx') ? bytes.map((byte) => byte ^ 1) : bytes,
        )
      },
      () => response.writeHead(404).end(),
    )
  })
})

beforeEach(() => {
  server.asked.length = 0
  failures = 0
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

async function label(path: string, options: CreateClassifierOptions = {}): Promise<string> {
  const classifier = await createClassifier({ model: server.origin + path, executionProviders: 'cpu', ...options })
  const [best] = await classifier.classify(upper)
  await classifier.dispose()
  return best.label
}

describe('a model on a server', () => {
  it.each(['/tiny', '/tiny/', '/tiny/manifest.json', '/packed/', '/moved/'])('%s runs', async (path) => {
    expect(await label(path)).toBe('upper')
  })

  it('runs by a URL object, with headers, and through a fetch of the caller', async () => {
    expect(await label('', { model: new URL(`${server.origin}/tiny/`) })).toBe('upper')
    expect(await label('/guarded/', { fetch: { headers: { authorization: 'Bearer x' } } })).toBe('upper')
    const own = (address: string, init: RequestInit) =>
      fetch(address.replace('example.com', server.origin.slice(7)), init)
    expect(await label('', { model: 'http://example.com/tiny/', fetch: own })).toBe('upper')
    expect(await label('/tiny/', { fetch })).toBe('upper')
  })

  it('in the layout of Hugging Face runs', async () => {
    const classifier = await createClassifier({
      model: `${server.origin}/hf/`,
      executionProviders: 'cpu',
      dtype: 'int8',
    })
    expect(classifier.manifest).toMatchObject({
      name: 'stylelens/colours',
      dtype: 'int8',
      file: 'onnx/model_quantized.onnx',
    })
    await classifier.dispose()
    await expect(label('/hf/', { dtype: 'fp16' })).rejects.toMatchObject({
      code: 'option-invalid',
      message: expect.stringContaining("it has 'fp32', 'int8'"),
    })
  })

  it('tells its progress in bytes', async () => {
    const heard: LoadProgress[] = []
    await label('/tiny/', { onProgress: (progress) => void heard.push(progress) })
    const bytes = (await readFile(join(tiny, 'model.onnx'))).length
    const model = heard.filter(({ phase }) => phase === 'model')
    expect(model[0].loaded).toBe(0)
    expect(model.at(-1)).toEqual({ phase: 'model', loaded: bytes, total: bytes })
  })

  it('is tried again where the server is busy', async () => {
    failures = 1
    expect(await label('/tiny/')).toBe('upper')
    expect(server.asked).toEqual(['/tiny/manifest.json', '/tiny/manifest.json', '/tiny/model.onnx'])
  })

  it.each<[string, CreateClassifierOptions, string, RegExp]>([
    ['/none/x/', {}, 'model-download', /manifest.json: .* 404; config.json: .* 404/],
    ['/guarded/', {}, 'model-download', /status 401/],
    ['/page/', {}, 'model-download', /a web page \(HTML\)/],
    ['/tiny/', { fetch: false }, 'model-download', /`fetch: false`/],
    ['/damaged/', {}, 'model-integrity', /SHA-256/],
    ['/tiny/', { maxModelBytes: 100 }, 'model-unsupported', /maxModelBytes/],
    ['/tiny/', { integrity: `sha256-${'0'.repeat(64)}` }, 'model-integrity', /`integrity`/],
    ['/tiny/', { cache: true }, 'option-invalid', /must be a folder in Node/],
    [
      '/tiny/',
      {
        fetch: async () => {
          throw new Error('no way')
        },
      },
      'model-download',
      /no way \(attempts: 4\)/,
    ],
  ])('%s with %j: %s', async (path, options, code, message) => {
    await expect(label(path, options)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  it('can be given up while the server is silent', async () => {
    const begun = performance.now()
    await expect(label('/silent/', { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ code: 'aborted' })
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  it('that does not exist is an error that names the reason', async () => {
    const model = 'http://127.0.0.1:1/'
    await expect(createClassifier({ model })).rejects.toMatchObject({
      code: 'model-download',
      message: expect.stringMatching(/ECONNREFUSED|bad port/),
    })
  })
})

describe('a cache', () => {
  it('in a folder saves the second download, and works without network', async () => {
    const cache = join(folder, 'saved')
    expect(await label('/tiny/', { cache })).toBe('upper')
    expect(await readdir(cache)).toHaveLength(2)
    server.asked.length = 0
    expect(await label('/tiny/', { cache })).toBe('upper')
    expect(server.asked).toEqual(['/tiny/manifest.json'])
    const integrity = `sha256-${await sha256(await readFile(join(tiny, 'manifest.json')))}`
    expect(await label('/tiny/', { cache, integrity })).toBe('upper')
    expect(await label('/tiny/', { cache, fetch: false })).toBe('upper')
    expect(server.asked).toHaveLength(1)
    await clearCache({ cache })
    expect(await readdir(cache)).toEqual([])
    await expect(label('/tiny/', { cache, fetch: false })).rejects.toMatchObject({ code: 'model-download' })
  })

  it('serves a Hugging Face folder without network too', async () => {
    const cache = join(folder, 'hugging-face')
    const load = async (options: CreateClassifierOptions) => {
      const classifier = await createClassifier({
        model: `${server.origin}/hf/`,
        executionProviders: 'cpu',
        cache,
        ...options,
      })
      await classifier.dispose()
      return classifier.manifest.name
    }
    expect(await load({})).toBe('stylelens/colours')
    server.asked.length = 0
    expect(await load({ fetch: false })).toBe('stylelens/colours')
    expect(server.asked).toEqual([])
  })

  it('with a damaged entry is mended', async () => {
    const cache = join(folder, 'mended')
    await label('/tiny/', { cache })
    for (const name of await readdir(cache)) await writeFile(join(cache, name), 'damaged')
    expect(await label('/tiny/', { cache })).toBe('upper')
    expect(await label('/tiny/', { cache, fetch: false })).toBe('upper')
  })

  it('that cannot be written costs nothing, unless it must not fail', async () => {
    const store = join(folder, 'file')
    await writeFile(store, '')
    const heard: unknown[] = []
    expect(await label('/tiny/', { cache: { store, onError: (error) => void heard.push(error) } })).toBe('upper')
    expect(heard[0]).toMatchObject({ code: 'cache-failed', cause: { code: 'ENOTDIR' } })
    await expect(label('/tiny/', { cache: { store, strict: true } })).rejects.toMatchObject({ code: 'cache-failed' })
  })

  it('keeps nothing of a server that answers with pages or other files', async () => {
    const cache = join(folder, 'refused')
    await expect(label('/page/', { cache })).rejects.toMatchObject({ code: 'model-download' })
    await expect(label('/damaged/', { cache })).rejects.toMatchObject({ code: 'model-integrity' })
    expect(await readdir(cache)).toHaveLength(1)
  })
})
