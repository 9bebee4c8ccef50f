// The demo's page in Chromium in; what it answers to a file that a person chooses out.
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDemo } from '../../examples/browser/build/build-demo'
import { temporaryFolder } from '../package/temporary-folder'
import { root } from '../source-files'
import { answerOf, openDemo } from './open-demo'
import type { OpenDemo } from './open-demo'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()

describe.skipIf(!starts)('the demo', () => {
  let browser: Browser
  let demo: OpenDemo
  beforeAll(async () => {
    await buildDemo({ folder, compress: false })
    browser = await startChromium()
    demo = await openDemo(browser, folder)
  }, 240_000)
  afterAll(async () => {
    await demo?.close()
    await browser?.close()
  })

  it('names what is worn in a file that is chosen, and shows what the model saw and how long it took', async () => {
    const { page, printed } = demo
    await page.locator('#file-input').setInputFiles(join(root, 'samples/pictures/ankle-boot.png'))
    expect(await answerOf(page)).toBe('Ankle boot')
    expect(await page.locator('.rank').allInnerTexts()).toHaveLength(10)
    expect(await page.locator('.rank').first().innerText()).toMatch(/^Ankle boot\s+(> )?9\d\.\d %$/)
    expect(await page.locator('#announcement').innerText()).toMatch(/^Ankle boot, \d+ percent\. Next: /)
    expect(await page.locator('.timing').allInnerTexts()).toHaveLength(4)
    expect(await page.locator('#backend').innerText()).toBe('Running on WebAssembly with 1 thread. Placement: full.')
    expect(await page.locator('#seen').getAttribute('aria-label')).toBe('What the model sees: 28 by 28 pixels, grey')
    const levels = await page.locator('#seen').evaluate((canvas) => {
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 28, 28).data ?? []
      return new Set(pixels).size
    })
    expect(levels).toBeGreaterThan(20)
    expect(printed).toEqual([])
  })

  it('says what is wrong with a file that is no picture', async () => {
    const { page } = demo
    const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') }
    await page.locator('#file-input').setInputFiles(notes)
    const problem = page.getByRole('alert')
    await problem.waitFor()
    expect(await problem.innerText()).toMatch(/^notes\.txt could not be classified\n.*text/)
    expect(await page.locator('#result').getAttribute('data-state')).toBe('empty')
  })
})
