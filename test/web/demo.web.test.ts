// The demo as our server sends it in; what a person with a mouse, a keyboard, a phone or a camera gets out.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildDemo } from '../../examples/browser/build/build-demo'
import { firstLoad, firstLoadLimit, totalBytes } from '../../examples/browser/first-load'
import type { DemoServerOptions } from '../../examples/browser/server/serve-demo'
import { temporaryFolder } from '../package/temporary-folder'
import { clickSample, copyPicture, dropPicture, outlineWidth, tabTo } from './demo-actions'
import { answerOf, openDemo, untilReady } from './open-demo'
import type { OpenDemo } from './open-demo'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const fakeCamera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

interface AxeViolation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}
type AxeGlobals = typeof globalThis & {
  readonly axe: { run(): Promise<{ readonly violations: readonly AxeViolation[] }> }
}

describe.skipIf(!starts)('the demo in Chromium', () => {
  let browser: Browser
  let open: OpenDemo | undefined
  const begin = async (options: BrowserContextOptions = {}, serving: DemoServerOptions = {}) => {
    open = await openDemo(browser, folder, options, serving)
    return open
  }
  beforeAll(async () => {
    await buildDemo({ folder, compress: true })
    browser = await startChromium(fakeCamera)
  }, 600_000)
  afterEach(async () => {
    await open?.close()
    open = undefined
  })
  afterAll(() => browser?.close())

  it('sends less than 4 MB at the first visit, and neither another model nor WebGPU', async () => {
    const files = await firstLoad(browser, folder)
    expect(totalBytes(files)).toBeLessThan(firstLoadLimit)
    expect(totalBytes(files)).toBeGreaterThan(3_000_000)
    expect(files.filter(({ path }) => path.endsWith('.onnx'))).toHaveLength(1)
    expect(files.filter(({ path }) => /jspi|asyncify|webgpu/.test(path))).toEqual([])
    const twice = files.filter(({ path }, place) => files.findIndex((file) => file.path === path) !== place)
    expect(twice.filter(({ path }) => path.includes('/assets/'))).toEqual([])
  })

  it('takes a picture that is dropped', async () => {
    const { page } = await begin()
    await dropPicture(page, 'sneaker')
    expect(await answerOf(page)).toBe('Sneaker')
    expect(await page.locator('#stage-picture').getAttribute('alt')).toBe('sneaker.png')
  })

  it.each(['button', 'Control+V'])('takes a picture from the clipboard: %s', async (way) => {
    const { page } = await begin({ permissions: ['clipboard-read', 'clipboard-write'] })
    await copyPicture(page, 'trouser')
    if (way === 'button') await page.getByRole('button', { name: 'Paste', exact: true }).click()
    else await page.keyboard.press(way)
    expect(await answerOf(page)).toBe('Trouser')
    expect(await page.locator('#stage-picture').getAttribute('alt')).toBe('Pasted picture')
  })

  it('switches model and provider of a shown picture, loads them then, and remembers both', async () => {
    const { page, server, printed } = await begin()
    await clickSample(page, 'bag')
    expect(await answerOf(page)).toBe('Bag')
    const isLater = () => server.sent.filter(({ path }) => /jspi.*\.wasm|\.onnx/.test(path)).length
    expect(isLater()).toBe(1)
    await page.getByRole('radio', { name: 'WebGPU' }).check()
    await untilReady(page, 'webgpu')
    expect(await page.locator('#backend').innerText()).toBe('Running on WebGPU. Placement: full.')
    await page.getByRole('radio', { name: 'fashion-nano' }).check()
    await page.locator('#backend[data-model="fashion-nano"]').waitFor({ timeout: 60_000 })
    expect(await answerOf(page)).toBe('Bag')
    expect(isLater()).toBe(3)
    expect(await page.locator('#fallback').isVisible()).toBe(false)
    await page.reload()
    await untilReady(page, 'webgpu')
    expect(await page.locator('#backend').getAttribute('data-model')).toBe('fashion-nano')
    expect(printed).toEqual([])
  }, 180_000)

  it('says why WebGPU was not used where the browser has none', async () => {
    const { page } = await begin()
    await page.addInitScript(() => Object.defineProperty(navigator, 'gpu', { value: undefined }))
    await page.reload()
    await page.getByRole('radio', { name: 'WebGPU' }).check()
    await page.locator('#fallback').waitFor({ timeout: 60_000 })
    const reason = await page.locator('#fallback').innerText()
    expect(reason).toMatch(/^WebGPU is not available here, so WebAssembly answers\n.*has no WebGPU/)
    await untilReady(page, 'wasm')
  })

  it('has threads on an isolated page, under the same policy', async () => {
    const { page, printed } = await begin({}, { isolated: true })
    await clickSample(page, 'sneaker')
    expect(await answerOf(page)).toBe('Sneaker')
    const threads = await page.evaluate(() => Math.min(4, navigator.hardwareConcurrency))
    expect(await page.locator('#backend').innerText()).toContain(` with ${threads} thread`)
    expect(printed).toEqual([])
  })

  it('works with the keyboard alone, and says the answer aloud', async () => {
    const { page } = await begin()
    let choosers = 0
    page.on('filechooser', () => choosers++)
    await untilReady(page)
    for (const selector of ['.skip-link', '#theme-toggle', '#stage-invitation', '#choose-button', '#camera-button']) {
      expect(await tabTo(page, selector), selector).toBe(true)
      expect(await outlineWidth(page), selector).toBeGreaterThanOrEqual(2)
    }
    expect(await tabTo(page, '.sample')).toBe(true)
    await page.keyboard.press('Enter')
    await answerOf(page)
    expect(await page.locator('#announcement').innerText()).toMatch(/^T-shirt\/top, \d+ percent\. Next: /)
    expect(await tabTo(page, '#model-choices input')).toBe(true)
    await page.keyboard.press('ArrowRight')
    await page.locator('#backend[data-model="fashion-nano"]').waitFor({ timeout: 60_000 })
    expect(await outlineWidth(page)).toBeGreaterThanOrEqual(2)
    await page.locator('#choose-button').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => choosers).toBe(1)
  })

  it('works without a network after the first visit', async () => {
    const { page, server } = await begin()
    await page.locator('#offline-state:not(:empty)').waitFor({ timeout: 60_000 })
    await server.close()
    await page.reload()
    await untilReady(page)
    await clickSample(page, 'coat')
    expect(await answerOf(page)).toBe('Coat')
  })

  it.each(['light', 'dark'] as const)('gives axe nothing to complain of: %s', async (colorScheme) => {
    const { page } = await begin({ colorScheme })
    await untilReady(page)
    const violations = async () => {
      await page.evaluate(axe)
      return page.evaluate(async () => {
        const { violations: found } = await (globalThis as AxeGlobals).axe.run()
        return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
      })
    }
    expect(await violations()).toEqual([])
    await clickSample(page, 'shirt')
    await answerOf(page)
    expect(await violations()).toEqual([])
  })

  it('changes its appearance by the button, and remembers it', async () => {
    const { page } = await begin({ colorScheme: 'light' })
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await page.getByRole('button', { name: 'Switch to the dark appearance' }).click()
    const dark = await ground()
    expect(dark).not.toBe(light)
    await page.reload()
    await page.getByRole('button', { name: 'Switch to the light appearance' }).waitFor()
    expect(await ground()).toBe(dark)
  })

  it('classifies the camera live, takes a picture of it, and lets go of it', async () => {
    const { page, printed } = await begin({ permissions: ['camera'] })
    await untilReady(page)
    await page.getByRole('button', { name: 'Camera' }).click()
    await answerOf(page)
    const timings = () => page.locator('#timings').innerText()
    const before = await timings()
    await expect.poll(timings, { timeout: 20_000 }).not.toBe(before)
    await page.getByRole('button', { name: 'Stop camera' }).click()
    expect(await page.locator('#stage').getAttribute('data-shows')).toBe('nothing')
    await page.getByRole('button', { name: 'Camera' }).click()
    await page.locator('#stage[data-shows="camera"]').waitFor()
    await page.evaluate(() => {
      const { srcObject } = document.getElementById('stage-video') as HTMLVideoElement
      Object.assign(globalThis, { track: (srcObject as MediaStream).getTracks()[0] })
    })
    await page.getByRole('button', { name: 'Take picture' }).click()
    await page.locator('#stage[data-shows="picture"]').waitFor()
    await answerOf(page)
    const { state, source } = await page.evaluate(() => ({
      state: (globalThis as typeof globalThis & { track: MediaStreamTrack }).track.readyState,
      source: (document.getElementById('stage-video') as HTMLVideoElement).srcObject,
    }))
    expect({ state, source, printed }).toEqual({ state: 'ended', source: null, printed: [] })
  })

  it.each([320, 390])('needs no scrolling sideways on %i pixels', async (width) => {
    const { page } = await begin({ viewport: { width, height: 800 }, isMobile: true, hasTouch: true })
    await untilReady(page)
    await clickSample(page, 'ankle boot')
    await answerOf(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const answer = await page.locator('#answer-label').boundingBox()
    expect((answer?.y ?? Infinity) + (answer?.height ?? 0)).toBeLessThan(800)
  })
})
