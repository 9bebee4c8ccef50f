// Servers that never answer or break off, policies and devices that fail in Chromium in; typed errors, and a page that goes on, out.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary } from './open-library'
import type { OpenLibrary, PageGlobals } from './open-library'
import type { Answer } from './serve-files'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const wasmFile = '/runtime/ort-wasm-simd-threaded.wasm'
const modelFile = '/models/fashion-small/model.onnx'

describe.skipIf(!starts)('trouble in Chromium', () => {
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
    return open.page
  }

  it.each([
    ['the .wasm file', wasmFile, false],
    ['the model', modelFile, false],
    ['the .wasm file, in a worker', wasmFile, true],
    ['the model, in a worker', modelFile, true],
  ])('%s never comes: the signal ends the waiting, and a good server afterwards is enough', async (_, file, worker) => {
    let silent = true
    const page = await begin({ [file]: () => silent })
    const create = (milliseconds: number) => page.evaluate(async ([limit, inWorker]) => {
      const { library } = globalThis as PageGlobals
      try {
        const classifier = await library.createClassifier({ signal: AbortSignal.timeout(limit), worker: inWorker, cache: false })
        const [{ label }] = await classifier.classify('/golden/pictures/sample-coat.png')
        await classifier.dispose()
        return label
      } catch (error) {
        return (error as { code: string }).code
      }
    }, [milliseconds, worker] as const)
    expect(await create(1000)).toBe('aborted')
    silent = false
    // the file that the page waits for already is given up when nothing comes for 15 seconds
    expect(await create(60_000)).toBe('Coat')
  }, 120_000)

  it('a .wasm file that breaks off is fetched again', async () => {
    let attempts = 0
    const page = await begin({
      [wasmFile]: (_, response) => {
        if (++attempts > 1) return false
        response.writeHead(200, { 'content-type': 'application/wasm', 'content-length': 14_239_897 })
        response.write(Buffer.from([0, 0x61, 0x73, 0x6d]), () => response.destroy())
        return true
      },
    })
    const label = await page.evaluate(async () =>
      (await (globalThis as PageGlobals).library.classify('/golden/pictures/sample-coat.png'))[0].label)
    expect({ label, attempts }).toEqual({ label: 'Coat', attempts: 2 })
  })

  it.each([
    ['worker-src', "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'", true, 'worker-failed'],
    ['connect-src', "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'", false, 'model-download'],
  ])('a policy that forbids what %s names is told of', async (_, policy, worker, expected) => {
    const page = await begin({}, { 'content-security-policy': policy })
    const seen = await page.evaluate(async (inWorker) => {
      const { library } = globalThis as PageGlobals
      return library.createClassifier({ worker: inWorker }).then(
        () => ({ code: '', message: '' }), ({ code, message }: { code: string; message: string }) => ({ code, message }))
    }, worker)
    expect(seen.code).toBe(expected)
    expect(seen.message).toMatch(worker ? /worker-src of the page's CSP/ : /Cannot download .*model\.onnx/)
  }, 120_000)

  it('a GPU that is lost with many calls in flight settles each of them, and later ones are answered', async () => {
    const page = await begin()
    const seen = await page.evaluate(async () => {
      interface Device { destroy(): void }
      interface Adapter { requestDevice(...given: never[]): Promise<Device> }
      const { prototype } = (globalThis as never as { GPUAdapter: { prototype: Adapter } }).GPUAdapter
      const original = prototype.requestDevice
      let device: Device | undefined
      prototype.requestDevice = async function (...given: never[]) {
        return device = await original.apply(this, given)
      }
      const { library } = globalThis as PageGlobals
      const classifier = await library.createClassifier({ executionProviders: ['webgpu', 'wasm'] })
      const picture = '/golden/pictures/sample-bag.png'
      await classifier.classify(picture)
      const calls = Array.from({ length: 8 }, () =>
        classifier.classify(picture).then(([{ label }]) => label, ({ code }: { code: string }) => code))
      device?.destroy()
      const disposal = Promise.all(calls).then(async (answers) => {
        const [{ label }] = await classifier.classify(picture)
        await classifier.dispose()
        return { answers, label, provider: classifier.backend.executionProvider }
      })
      return disposal
    })
    expect(seen.answers).toHaveLength(8)
    expect(seen.answers.filter((answer) => !['Bag', 'device-lost'].includes(answer))).toEqual([])
    expect(seen).toMatchObject({ label: 'Bag', provider: 'wasm' })
  }, 240_000)
})
