// Pages that classify in; no request to another host, and nothing stored but the declared cache, as the browser tells it, out.
import type { BrowserContext, Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary } from '../open-library'
import type { OpenLibrary, PageGlobals } from '../open-library'
import { chromiumStarts, startChromium } from '../start-chromium'

const patience = 240_000

/** Addresses of other hosts that a page or a worker of this context asks for from now on; blob: and data: are no hosts. */
function watchHosts(context: BrowserContext, origin: string): string[] {
  const foreign: string[] = []
  const note = (address: string) => {
    if (/^(https?|wss?):/.test(address) && !address.startsWith(origin)) foreign.push(address)
  }
  context.on('request', (request) => note(request.url()))
  for (const page of context.pages()) page.on('websocket', (socket) => note(socket.url()))
  return foreign
}

/** Kinds of storage with something in them. Cookies and localStorage count among no usage that the browser tells. */
async function storedKinds(page: Page, context: BrowserContext, origin: string): Promise<string[]> {
  const session = await context.newCDPSession(page)
  const { usageBreakdown } = await session.send('Storage.getUsageAndQuota', { origin })
  const kinds = usageBreakdown.filter(({ usage }) => usage > 0).map(({ storageType }) => String(storageType))
  const lengths = await page.evaluate(() => ({ localStorage: localStorage.length, sessionStorage: sessionStorage.length }))
  const others = { ...lengths, cookies: (await context.cookies()).length }
  return [...kinds, ...Object.entries(others).filter(([, length]) => length > 0).map(([kind]) => kind)]
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

  const begin = async () => {
    open = await openLibrary(browser)
    return { ...open, foreign: watchHosts(open.context, open.server.origin) }
  }

  it('the watcher catches what a page and its worker ask of others, and what a page stores', async () => {
    const { page, context, server, foreign } = await begin()
    await page.evaluate(async () => {
      const ask = 'fetch("http://127.0.0.2:9/").catch(() => 0).then(() => postMessage(0))'
      const worker = new Worker(URL.createObjectURL(new Blob([ask])))
      await new Promise((resolve) => worker.addEventListener('message', resolve))
      navigator.sendBeacon('http://127.0.0.3:9/beacon')
      new WebSocket('ws://127.0.0.4:9/')
      localStorage.setItem('who', 'you')
      document.cookie = 'who=you'
      await (await caches.open('kept')).put('/it', new Response('it'))
      await new Promise((resolve) => {
        const opening = indexedDB.open('kept', 1)
        opening.onupgradeneeded = () => void opening.result.createObjectStore('it').put('it', 1)
        opening.onsuccess = resolve
      })
    })
    const hosts = () => [...new Set(foreign.map((address) => new URL(address).hostname))].sort()
    await expect.poll(hosts, { timeout: 10_000 }).toEqual(['127.0.0.2', '127.0.0.3', '127.0.0.4'])
    const kinds = () => storedKinds(page, context, server.origin).then((all) => all.sort())
    await expect.poll(kinds, { timeout: 10_000 }).toEqual(['cache_storage', 'cookies', 'indexeddb', 'localStorage'])
  }, patience)

  it.each([
    [{}, ['cache_storage']],
    [{ worker: true }, ['cache_storage']],
    [{ executionProviders: ['webgpu', 'wasm'] }, ['cache_storage']],
    [{ executionProviders: 'auto', threads: 'auto' }, ['cache_storage']],
    [{ cache: false }, []],
    [{ cache: false, worker: true }, []],
  ] as const)('%o: asks no other host, and stores %j', async (options, kinds) => {
    const { page, context, server, foreign } = await begin()
    const label = await page.evaluate(async (given) => {
      const { library } = globalThis as PageGlobals
      await library.getCapabilities()
      const classifier = await library.createClassifier(given as object)
      await classifier.warmup()
      const [{ label: found }] = await classifier.classify('/golden/pictures/sample-bag.png')
      await classifier.dispose()
      return found
    }, options)
    expect(label).toBe('Bag')
    expect(foreign).toEqual([])
    expect(await storedKinds(page, context, server.origin)).toEqual(kinds)
    expect(await page.evaluate(() => caches.keys())).toEqual(kinds.length === 0 ? [] : ['stylelens'])
  }, patience)
})
