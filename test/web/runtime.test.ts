// Chromium in; how onnxruntime's WebAssembly is fetched, checked, kept, shared and lost in a page out.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary, reload } from './open-library'
import type { OpenLibrary, PageGlobals } from './open-library'
import type { Answer } from './serve-files'
import { isolation } from './serve-files'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const wasmFile = '/runtime/ort-wasm-simd-threaded.wasm'
const modelFile = '/models/fashion-small/model.onnx'

interface Outcome {
  readonly code: string
  readonly message: string
  readonly causes: string
  readonly label: string
  readonly provider: string
  readonly threads: number
}

/** One classifier of a page: its best label for a drawn picture, or the code of its error. */
function outcome(page: Page, options: object, entry: 'library' | 'wasmEntry' | 'webgpuEntry' = 'library'): Promise<Outcome> {
  return page.evaluate(async ([given, name]) => {
    const { [name]: library } = globalThis as PageGlobals
    const data = new Uint8Array(40 * 40).fill(250).fill(30, 400, 1200)
    const none = { code: '', message: '', causes: '', label: '', provider: '', threads: 0 }
    try {
      const classifier = await library.createClassifier(given)
      const [{ label }] = await classifier.classify({ data, width: 40, height: 40 })
      const { executionProvider: provider, threads, fellBackFrom } = classifier.backend
      await classifier.dispose()
      return { ...none, label, provider, threads, causes: fellBackFrom.map(({ code, message }) => `${code} ${message}`).join() }
    } catch (error) {
      const { code, message, cause } = error as { code: string; message: string; cause?: { code?: string } }
      return { ...none, code: String(code), message, causes: String(cause?.code) }
    }
  }, [options, entry] as const)
}

describe.skipIf(!starts)('onnxruntime in Chromium', () => {
  let browser: Browser
  let open: OpenLibrary | undefined
  beforeAll(async () => {
    browser = await startChromium()
  })
  afterEach(async () => {
    await open?.close()
    open = undefined
  })
  afterAll(() => browser?.close())

  const begin = async (more: Readonly<Record<string, Answer>> = {}, headers: Readonly<Record<string, string>> = {}) => {
    open = await openLibrary(browser, headers, more)
    return open
  }

  const page404: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Not found</title>')
    return true
  }
  const status = (code: number): Answer => (_, response) => {
    response.writeHead(code)
    response.end()
    return true
  }
  const bytes = (...values: number[]): Answer => (_, response) => {
    response.end(Buffer.from(values))
    return true
  }

  it.each([
    ['an HTML page', page404, /HTML page was served/],
    ['status 404', status(404), /status 404/],
    ['an empty file', bytes(), /the file is empty/],
    ['bytes of no WebAssembly', bytes(1, 2, 3, 4), /no WebAssembly/],
    ['another WebAssembly', bytes(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0), /8 bytes instead of 14239897/],
  ])('%s for its .wasm is wasm-missing, and a good one afterwards works in the same page', async (_, wrong, message) => {
    let failing = true
    const { page } = await begin({ [wasmFile]: (request, response) => failing && wrong(request, response) })
    const failed = await outcome(page, {})
    expect(failed).toMatchObject({ code: 'provider-failed', causes: 'wasm-missing' })
    expect(failed.message).toMatch(message)
    expect(failed.message).toMatch(/wasm: \{ paths \}/)
    failing = false
    expect(await outcome(page, {})).toMatchObject({ code: '', provider: 'wasm' })
  })

  it('tries again where the server could not answer', async () => {
    let attempts = 0
    const { page } = await begin({ [wasmFile]: (request, response) => ++attempts < 3 && status(503)(request, response) })
    expect(await outcome(page, {})).toMatchObject({ code: '', provider: 'wasm' })
    expect(attempts).toBe(3)
  })

  it.each([
    ['an HTML page', page404, 'model-not-found', /Serve the folder models/],
    ['status 404', status(404), 'model-not-found', /Serve the folder models/],
    ['status 400', status(400), 'model-download', /status 400/],
    ['status 503', status(503), 'model-download', /status 503 \(attempts: 4\)/],
    ['other bytes', bytes(1, 2, 3), 'model-integrity', /it has 3 bytes instead of \d+/],
  ])('%s for the embedded model is refused, and a good one afterwards works in the same page', async (_, wrong, code, message) => {
    let failing = true
    const { page } = await begin({ [modelFile]: (request, response) => failing && wrong(request, response) })
    const failed = await outcome(page, {})
    expect(failed).toMatchObject({ code, message: expect.stringMatching(message) })
    failing = false
    expect(await outcome(page, {})).toMatchObject({ code: '', label: expect.any(String) })
  })

  it('tells of its bytes, and ends at all of them', async () => {
    const { page } = await begin()
    const heard = await page.evaluate(async () => {
      const progress: { phase: string; loaded: number; total: number | null }[] = []
      const { library } = globalThis as PageGlobals
      await (await library.createClassifier({ onProgress: (event) => progress.push(event) })).dispose()
      return progress.filter(({ phase }) => phase === 'runtime')
    })
    expect(heard[0]).toEqual({ phase: 'runtime', loaded: 0, total: 14_239_897 })
    expect(heard.at(-1)).toEqual({ phase: 'runtime', loaded: 14_239_897, total: 14_239_897 })
    expect(heard.length).toBeGreaterThan(5)
  })

  it('needs no network for it the second time, until the cache is cleared', async () => {
    let closed = false
    const refuse: Answer = (request) => {
      if (closed) request.socket.destroy()
      return closed
    }
    const { page, server } = await begin({ '/runtime/ort-wasm': refuse, '/models/fashion-small/': refuse })
    const first = await outcome(page, {})
    expect(first).toMatchObject({ code: '', provider: 'wasm' })
    closed = true
    await reload(page, server.origin)
    expect(await outcome(page, {})).toEqual(first)
    await page.evaluate(() => (globalThis as PageGlobals).library.clearCache())
    await reload(page, server.origin)
    expect((await outcome(page, {})).code).not.toBe('')
  })

  it('keeps nothing where it is told not to', async () => {
    const { page } = await begin()
    expect(await outcome(page, { cache: false })).toMatchObject({ code: '' })
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0)
  })

  it('takes the .wasm as bytes, and asks nobody for it', async () => {
    const { page, server } = await begin()
    const label = await page.evaluate(async (path) => {
      const binary = new Uint8Array(await (await fetch(path)).arrayBuffer())
      const { library } = globalThis as PageGlobals
      const classifier = await library.createClassifier({ wasm: { binary } })
      const answer = await classifier.classify('/golden/pictures/sample-coat.png')
      await classifier.dispose()
      return `${answer[0].label} ${binary.length}`
    }, wasmFile)
    expect(label).toBe('Coat 14239897')
    expect(server.requests.filter((request) => request.endsWith('.wasm'))).toHaveLength(1)
  })

  it('names the entry that would bring WebGPU', async () => {
    const { page, server } = await begin()
    const without = await outcome(page, { executionProviders: ['webgpu', 'wasm'] }, 'wasmEntry')
    expect(without).toMatchObject({ provider: 'wasm' })
    expect(without.causes).toMatch(/^provider-unavailable .*'@stylelens\/web\/wasm' brings WebAssembly for the CPU only/)
    expect(server.requests.filter((request) => /jspi|asyncify/.test(request))).toEqual([])
  })

  it('runs under a CSP that allows WebAssembly, and says what is missing under one that does not', async () => {
    const { page } = await begin({}, { 'content-security-policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" })
    expect(await outcome(page, {})).toMatchObject({ code: '', provider: 'wasm' })
    await open?.close()
    const strict = await begin({}, { 'content-security-policy': "default-src 'self'" })
    const refused = await outcome(strict.page, {})
    expect(refused).toMatchObject({ code: 'provider-failed', causes: 'provider-unavailable' })
    expect(refused.message).toMatch(/'wasm-unsafe-eval'/)
  })

  it.each([
    ['with cross-origin isolation', isolation, 2],
    ['without', {}, 1],
  ] as const)('has threads %s: %s', async (_, headers, threads) => {
    const { page } = await begin({}, headers)
    expect(await outcome(page, { threads: 2 })).toMatchObject({ code: '', provider: 'wasm', threads })
  })

  it('tells what this browser can do, and downloads nothing for it', async () => {
    const { page, server } = await begin()
    const before = server.requests.length
    const { runtime, executionProviders, features } = await page.evaluate(() => (globalThis as PageGlobals).library.getCapabilities())
    expect(runtime).toMatch(/^Chromium \d+/)
    expect(executionProviders.map(({ name, available }) => [name, available])).toEqual([['wasm', true], ['webgpu', true], ['webnn', false]])
    expect(executionProviders[2]).toMatchObject({ missing: expect.stringMatching(/WebNN/), mend: expect.stringMatching(/\.$/) })
    expect(features['jspi']).toEqual({ available: true })
    expect(features['cross-origin-isolated']).toMatchObject({ available: false, mend: expect.stringMatching(/Cross-Origin/) })
    expect(server.requests).toHaveLength(before)
  })
})
