// Runtimes, servers, workers and a storage that fail in Chromium in; a typed error or another way, and a next call that works, out.
import type { ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Classifier } from '@stylelens/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../source-files'
import { openLibrary, reload } from '../open-library'
import type { OpenLibrary, PageGlobals } from '../open-library'
import type { Answer, ServedFolders } from '../serve-files'
import { chromiumStarts, startChromium } from '../start-chromium'

const patience = 240_000

/** onnxruntime's own module, of which there is one in a page. */
interface Runtime {
  readonly InferenceSession: { create(...given: unknown[]): Promise<{ run(...given: unknown[]): Promise<unknown> }> }
}

/** A page's own import(): the one of a test is vitest's. */
type WithImport = PageGlobals & { importRuntime(name: 'wasm' | 'jspi'): Promise<Runtime> }
const importRuntime = 'globalThis.importRuntime = (name) => import(`/runtime/ort.${name}.bundle.min.mjs`)'

/** What a classifier with these options came to: the code of its error with that of the cause, or its provider and label. */
function outcome(page: Page, options: object): Promise<string> {
  return page.evaluate(async (given) => {
    const { library } = globalThis as PageGlobals
    try {
      const classifier = await library.createClassifier(given)
      const [{ label }] = await classifier.classify('/golden/pictures/sample-bag.png')
      const { executionProvider, fellBackFrom } = classifier.backend
      await classifier.dispose()
      return [...fellBackFrom.map(({ code }) => code), executionProvider, label].join(' ')
    } catch (error) {
      const { code, message, cause } = error as { code?: string; message: string; cause?: { code?: unknown } }
      // a DOMException has a number for a code
      return [code ?? `untyped: ${message}`, cause?.code].filter((word) => typeof word === 'string').join(' ')
    }
  }, options)
}

/** The next session of that build cannot be made. */
function failCreation(page: Page, build: 'wasm' | 'jspi'): Promise<void> {
  return page.evaluate(async (name) => {
    const { InferenceSession } = await (globalThis as WithImport).importRuntime(name)
    const create = InferenceSession.create.bind(InferenceSession)
    InferenceSession.create = () => {
      InferenceSession.create = create
      return Promise.reject(new Error('out of handles'))
    }
  }, build)
}

describe.skipIf(!await chromiumStarts())('in Chromium', () => {
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

  const begin = async (more: ServedFolders = {}) => {
    open = await openLibrary(browser, {}, more)
    await open.page.addScriptTag({ content: importRuntime })
    return open
  }

  describe('onnxruntime', () => {
    it('whose JavaScript cannot be loaded is a typed error, and works when the page is loaded again', async () => {
      let failing = true
      const answer: Answer = (_, response) => {
        if (failing) response.writeHead(503).end()
        return failing
      }
      const { page, server } = await begin({ '/runtime/ort.wasm.bundle.min.mjs': answer })
      expect(await outcome(page, {})).toBe('provider-failed runtime-missing')
      failing = false
      await reload(page, server.origin)
      expect(await outcome(page, {})).toBe('wasm Bag')
    }, patience)

    it('that cannot create a session is a typed error, and works the next time', async () => {
      const { page } = await begin()
      await failCreation(page, 'wasm')
      expect(await outcome(page, {})).toBe('provider-failed model-invalid')
      expect(await outcome(page, {})).toBe('wasm Bag')
    }, patience)

    it('that cannot create one on the GPU is left for WebAssembly, and tried again the next time', async () => {
      const { page } = await begin()
      await failCreation(page, 'jspi')
      const strictly = { executionProviders: ['webgpu', 'wasm'], strict: true }
      expect(await outcome(page, strictly)).toBe('provider-failed provider-failed')
      expect(await outcome(page, strictly)).toBe('webgpu Bag')
      // once for the whole model on it, once with operators on the CPU
      await failCreation(page, 'jspi')
      await failCreation(page, 'jspi')
      expect(await outcome(page, { executionProviders: ['webgpu', 'wasm'] })).toBe('provider-failed wasm Bag')
    }, patience)

    it('that fails at its 3rd run fails that call and no other', async () => {
      const { page } = await begin()
      const codes = await page.evaluate(async () => {
        const { InferenceSession } = await (globalThis as WithImport).importRuntime('wasm')
        const create = InferenceSession.create.bind(InferenceSession)
        InferenceSession.create = async (...words) => {
          const session = await create(...words)
          const run = session.run.bind(session)
          let runs = 0
          session.run = async (...feeds) => {
            if (++runs === 3) throw new Error('memory access out of bounds')
            return run(...feeds)
          }
          return session
        }
        const { library } = globalThis as PageGlobals
        const classifier = await library.createClassifier({ batching: { maxSize: 1 } })
        const picture = { data: new Uint8Array(784).fill(200), width: 28, height: 28 }
        const call = () => classifier.classify(picture).then(() => 'answered', ({ code }: { code: string }) => code)
        const first = await Promise.all(Array.from({ length: 6 }, call))
        const next = await call()
        await classifier.dispose()
        return [...first, next]
      })
      expect(codes).toEqual(['answered', 'answered', 'run-failed', 'answered', 'answered', 'answered', 'answered'])
    }, patience)
  })

  it('a worker that crashes fails its calls, and the next call gets another', async () => {
    const { page } = await begin()
    await page.evaluate(async () => {
      const { library } = globalThis as PageGlobals
      const classifier = await library.createClassifier({ worker: true })
      const pictures = Array.from({ length: 2_000 }, () => ({ data: new Uint8Array(10_000), width: 100, height: 100 }))
      const crashed = classifier.classify(pictures).then(() => 'answered', ({ code }: { code: string }) => code)
      Object.assign(globalThis, { classifier, crashed })
    })
    const [worker] = page.workers()
    await worker.evaluate(() => void setTimeout(() => { throw new Error('struck by lightning') }))
    const seen = await page.evaluate(async () => {
      const { crashed, classifier } = globalThis as never as { crashed: Promise<string>; classifier: Classifier<string> }
      const code = await crashed
      const [{ label }] = await classifier.classify('/golden/pictures/sample-bag.png')
      await classifier.dispose()
      return { code, label }
    })
    expect(seen).toEqual({ code: 'worker-failed', label: 'Bag' })
    await expect.poll(() => page.workers(), { timeout: 10_000 }).toEqual([])
  }, patience)

  describe('a server', () => {
    type Fault = 'slow' | 'stalled' | 'torn' | 'whole'
    const places = [
      ['the model', '/models/fashion-nano/model.onnx', 'model-download'],
      ['the .wasm', '/runtime/ort-wasm-simd-threaded.wasm', 'provider-failed wasm-missing'],
    ] as const
    const options = { model: '/models/fashion-nano/', timeout: 700, cache: false }

    /** Half of the file at once; then the rest in slices, or nothing more, or the end of the connection. */
    async function send(path: string, fault: Fault, response: ServerResponse): Promise<void> {
      const bytes = await readFile(join(root, 'packages/web', path))
      response.writeHead(200, { 'content-length': bytes.length })
      response.write(bytes.subarray(0, bytes.length / 2))
      if (fault === 'torn') setTimeout(() => response.destroy(), 100)
      if (fault !== 'slow') return
      for (let part = 4; part < 8; part++) {
        await new Promise((resolve) => setTimeout(resolve, 300))
        response.write(bytes.subarray((bytes.length / 8) * part, (bytes.length / 8) * (part + 1)))
      }
      response.end()
    }

    it.each(places)('that sends %s slowly, with each pause shorter than `timeout`, is waited for', async (_, path) => {
      const { page } = await begin({ [path]: async (__, response) => (await send(path, 'slow', response), true) })
      expect(await outcome(page, options)).toBe('wasm Bag')
    }, patience)

    it.each(places.flatMap(([name, ...rest]) => (['stalled', 'torn'] as const).map((fault) => [name, fault, ...rest] as const)))(
      'that sends half of %s (%s) is a typed error, and the next one works', async (_, fault, path, codes) => {
        let now: Fault = fault
        const { page } = await begin({ [path]: (__, response) => now !== 'whole' && send(path, now, response).then(() => true) })
        expect(await outcome(page, options)).toBe(codes)
        now = 'whole'
        expect(await outcome(page, options)).toBe('wasm Bag')
      }, patience)
  })

  it('a storage that is full costs the cache only, unless it is `strict`', async () => {
    const { page, context, server } = await begin()
    const session = await context.newCDPSession(page)
    // room for the manifest, not for the model
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 10_000 })
    const model = '/models/fashion-nano/'
    const heard = await page.evaluate(async (given) => {
      const codes: string[] = []
      const { library } = globalThis as PageGlobals
      const onError = (error: { readonly code: string }) => void codes.push(error.code)
      await (await library.createClassifier({ model: given, cache: { store: true, onError } })).dispose()
      return codes
    }, model)
    expect(heard).toContain('cache-failed')
    expect(await outcome(page, { model })).toBe('wasm Bag')
    expect(await outcome(page, { model, cache: { store: true, strict: true } })).toBe('cache-failed')
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin })
    expect(await outcome(page, { model, cache: { store: true, strict: true } })).toBe('wasm Bag')
  }, patience)
})
