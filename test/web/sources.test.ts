// Chromium in; every kind of picture that a browser has, seen as the same picture or refused with its code, out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../source-files'
import type { PageGlobals } from './open-library'
import { openPictures } from './open-pictures'
import type { OpenPictures, Seen } from './open-pictures'
import { kinds, picture, refusals } from './picture-kinds'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()

describe.skipIf(!starts)('pictures in Chromium', () => {
  let browser: Browser
  let open: OpenPictures
  let page: Page
  let expected: Seen
  beforeAll(async () => {
    browser = await startChromium()
    open = await openPictures(browser)
    page = open.page
    expected = await open.see('return bytes')
  })
  afterAll(async () => {
    await open?.close()
    await browser?.close()
  })

  it.each(Object.entries(kinds))('%s is the same picture as its bytes', async (_, body) => {
    expect(await open.see(body)).toEqual(expected)
  })

  it.each(refusals)('%s is refused with %s', async (_, code, body) => {
    await expect(open.see(body)).rejects.toThrow(`[${code}]`)
  })

  it('closes no bitmap and no frame of the caller', async () => {
    const left = await page.evaluate(async (path) => {
      const blob = await (await fetch(path)).blob()
      const bitmap = await createImageBitmap(blob)
      const frame = new VideoFrame(bitmap, { timestamp: 0 })
      const { library } = globalThis as PageGlobals
      await library.classify([bitmap, frame])
      return { bitmap: bitmap.width, frame: frame.codedWidth }
    }, picture)
    const { width } = JSON.parse(readFileSync(join(root, 'test/golden/expected.json'), 'utf8')).pictures['sample-coat.png']
    expect(left).toEqual({ bitmap: width, frame: width })
  })

  it('takes the frame that a video shows', async () => {
    const label = await page.evaluate(async (path) => {
      const bitmap = await createImageBitmap(await (await fetch(path)).blob())
      const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height })
      const context = canvas.getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      const video = Object.assign(document.createElement('video'), { srcObject: canvas.captureStream(30), muted: true })
      await video.play()
      while (video.readyState < 2) await new Promise((resolve) => setTimeout(resolve, 20))
      const { library } = globalThis as PageGlobals
      return (await library.classify(video))[0].label
    }, picture)
    expect(label).toBe('Coat')
  })

  it.each([
    ['aborted', { signal: 100 }],
    ['image-download', { timeout: 100 }],
  ] as const)('ends a download that never answers with %s', async (wanted, limit) => {
    const code = await page.evaluate(async ({ signal, timeout }: { signal?: number; timeout?: number }) => {
      const { library } = globalThis as PageGlobals
      const options = { ...(signal && { signal: AbortSignal.timeout(signal) }), ...(timeout && { timeout }) }
      return library.classify('/never/shirt.png', options).then(() => '', (error: { code: string }) => error.code)
    }, limit)
    expect(code).toBe(wanted)
  })
})
