// Chromium in; every kind of picture, sent to a worker of the library and seen or refused there as in the page, out.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PageGlobals } from './open-library'
import { openPictures } from './open-pictures'
import type { OpenPictures, Seen } from './open-pictures'
import { kinds, refusals } from './picture-kinds'
import { chromiumStarts, startChromium } from './start-chromium'

type PageWithClassifier = PageGlobals & { readonly classifier: ReturnType<PageGlobals['library']['createClassifier']> }

const starts = await chromiumStarts()

describe.skipIf(!starts)('pictures for a worker of Chromium', () => {
  let browser: Browser
  let inWorker: OpenPictures
  let expected: Seen
  beforeAll(async () => {
    browser = await startChromium()
    const inPage = await openPictures(browser)
    expected = await inPage.see('return bytes')
    await inPage.close()
    inWorker = await openPictures(browser, { worker: true })
    await inWorker.see('return bytes')
  })
  afterAll(async () => {
    await inWorker?.close()
    await browser?.close()
  })

  it('are seen off the thread of the page', async () => {
    const offThread = await inWorker.page.evaluate(async () => (await (globalThis as PageWithClassifier).classifier).backend.offThread)
    expect(offThread).toBe(true)
  })

  it.each(Object.entries(kinds))('%s is the same picture as its bytes in the page', async (_, body) => {
    expect(await inWorker.see(body)).toEqual(expected)
  })

  it.each(refusals)('%s is refused with %s', async (_, code, body) => {
    await expect(inWorker.see(body)).rejects.toThrow(`[${code}]`)
  })
})
