// A <video> that Chromium recorded itself in; how a stream follows it, drops its frames, ends and leaves nothing open, out.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Followed, FollowOrder, VideoPage } from './pages/video-page'
import { servePage } from './serve-page'
import type { FileServer } from './serve-files'
import { chromiumStarts, startChromium } from './start-chromium'

type WithVideo = typeof globalThis & { readonly videoPage: VideoPage }

const starts = await chromiumStarts()
const isRising = (indices: readonly number[]) => indices.every((index, place) => place === 0 || index > indices[place - 1])

describe.skipIf(!starts)('a video in Chromium', () => {
  let browser: Browser
  let server: FileServer
  let page: Page
  beforeAll(async () => {
    browser = await startChromium(['--autoplay-policy=no-user-gesture-required'])
    server = await servePage('video-page')
    page = await browser.newPage()
    await page.goto(server.origin)
    await page.addScriptTag({ type: 'module', url: '/dist/page.js' })
    await page.waitForFunction(() => 'videoPage' in globalThis)
    await page.evaluate((pictures) => (globalThis as WithVideo).videoPage.record(pictures),
      ['coat', 'bag'].map((name) => `/golden/pictures/sample-${name}.png`))
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const follow = (order: FollowOrder): Promise<Followed> =>
    page.evaluate((given) => (globalThis as WithVideo).videoPage.follow(given), order)

  describe.each([{ worker: false }, { worker: true }])('worker: $worker', ({ worker }) => {
    it('drops the frames that a slow reader cannot take, and counts them', async () => {
      const { indices, labels, ended, frames } = await follow({ worker, pause: 150 })
      expect(ended).toBe('')
      expect(isRising(indices)).toBe(true)
      expect(indices.at(-1)).toBeGreaterThan(indices.length)
      expect(labels.slice(0, 2)).toEqual(['Coat', 'Coat'])
      expect(labels.at(-1)).toBe('Bag')
      expect(frames).toMatchObject({ open: 0 })
      expect(frames.made).toBeGreaterThan(indices.length)
      expect(frames.mostOpen).toBeLessThanOrEqual(3)
    })

    it('drops none of those that it is shown when told so: the video stands still meanwhile', async () => {
      const dropping = await follow({ worker, pause: 100 })
      const { indices, ended, frames } = await follow({ worker, pause: 100, dropFrames: false })
      expect(ended).toBe('')
      // a browser that is busy skips frames itself: a gap in the numbers tells of them
      expect(isRising(indices)).toBe(true)
      expect(frames).toMatchObject({ made: indices.length, open: 0 })
      expect(indices.length).toBeGreaterThan(dropping.indices.length)
    })

    it.each([
      ['aborting', { abortAfter: 3 }, 'aborted'],
      ['leaving the loop', { leaveAfter: 3 }, ''],
    ])('%s ends it, frees its frames and lets the video play on', async (_, when, code) => {
      const { indices, ended, isPlaying, frames } = await follow({ worker, pause: 0, ...when })
      expect(indices).toHaveLength(3)
      expect({ ended, isPlaying }).toEqual({ ended: code, isPlaying: true })
      expect(frames.open).toBe(0)
    })

    it('leaves frames of the caller open', async () => {
      const seen = await page.evaluate((given) => (globalThis as WithVideo).videoPage.classifyFrames(given), worker)
      expect(seen).toEqual({ labels: ['Coat', 'Bag', 'Coat', 'Bag'], open: 2 })
    })
  })
})
