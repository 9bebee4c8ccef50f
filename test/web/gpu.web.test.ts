// Chromium in; WebGPU beside WebAssembly, a lost device and the entries that bring WebGPU out.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary } from './open-library'
import type { OpenLibrary, PageGlobals } from './open-library'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()

describe.skipIf(!starts)('WebGPU in Chromium', () => {
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

  const begin = async () => {
    open = await openLibrary(browser)
    return open
  }

  it('serves two providers and many calls at once, each with its own answer', { timeout: 240_000 }, async () => {
    const { page, server } = await begin()
    const answers = await page.evaluate(async () => {
      const { library } = globalThis as PageGlobals
      const two = await Promise.all(['wasm', 'webgpu'].map((name) =>
        library.createClassifier({ executionProviders: name as 'wasm', strict: true })))
      const names = ['coat', 'bag', 'sneaker', 'shirt']
      const calls = names.flatMap((name) => two.map(async (classifier) => {
        const [{ label }] = await classifier.classify(`/golden/pictures/sample-${name}.png`)
        return label
      }))
      const labels = await Promise.all(calls)
      await Promise.all(two.map((classifier) => classifier.dispose()))
      return labels
    })
    expect(answers).toEqual(['Coat', 'Coat', 'Bag', 'Bag', 'Sneaker', 'Sneaker', 'Shirt', 'Shirt'])
    expect(server.requests.filter((request) => request.endsWith('.wasm'))).toHaveLength(2)
  })

  it('goes on by wasm when the GPU device is lost, and says why', { timeout: 240_000 }, async () => {
    const { page } = await begin()
    const seen = await page.evaluate(async () => {
      interface Adapter { requestDevice(...given: never[]): Promise<{ destroy(): void }> }
      const adapter = (globalThis as never as { GPUAdapter: { prototype: Adapter } }).GPUAdapter
      const original = adapter.prototype.requestDevice
      const devices: { destroy(): void }[] = []
      adapter.prototype.requestDevice = async function (...given: never[]) {
        const device = await original.apply(this, given)
        devices.push(device)
        return device
      }
      const { library } = globalThis as PageGlobals
      const classifier = await library.createClassifier({ executionProviders: ['webgpu', 'wasm'] })
      const picture = '/golden/pictures/sample-bag.png'
      const before = (await classifier.classify(picture))[0].label
      devices[0].destroy()
      const during = await classifier.classify(picture).then(() => 'an answer', (error: { code: string }) => error.code)
      const after = (await classifier.classify(picture))[0].label
      const { executionProvider, fellBackFrom } = classifier.backend
      await classifier.dispose()
      const again = await library.createClassifier({ executionProviders: 'webgpu' })
      const anew = `${again.backend.executionProvider} ${(await again.classify(picture))[0].label}`
      await again.dispose()
      return { before, during, after, executionProvider, reasons: fellBackFrom.map(({ code }) => code), anew }
    })
    expect(seen).toEqual({
      before: 'Bag',
      during: 'device-lost',
      after: 'Bag',
      executionProvider: 'wasm',
      reasons: ['device-lost'],
      anew: 'webgpu Bag',
    })
  })

  it('loads the asyncify build where there is no JSPI, and only from the entry that has it', { timeout: 240_000 }, async () => {
    const { page, server } = await begin()
    const seen = await page.evaluate(async () => {
      // as in a browser without JSPI
      delete (WebAssembly as { Suspending?: unknown }).Suspending
      const { library, webgpuEntry } = globalThis as PageGlobals
      const without = await library.createClassifier({ executionProviders: ['webgpu', 'wasm'] })
      const reason = without.backend.fellBackFrom[0]?.message
      await without.dispose()
      const classifier = await webgpuEntry.createClassifier({ executionProviders: 'webgpu', strict: true })
      const [{ label }] = await classifier.classify('/golden/pictures/sample-bag.png')
      await classifier.dispose()
      return { reason, label }
    })
    expect(seen.label).toBe('Bag')
    expect(seen.reason).toMatch(/no JSPI.*'@stylelens\/web\/webgpu'.*@stylelens\/web-asyncify/)
    expect(server.requests.filter((request) => /jspi.*wasm$/.test(request))).toEqual([])
  })
})
