// A real Manifest V3 extension, loaded by an installed Chromium, in; what its page and its service worker answer out.
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { BrowserContext, Worker } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../package/temporary-folder'
import { available } from '../requirement'
import { askApp } from '../web/bundlers/open-app'
import { writeExtension } from '../web/bundlers/write-extension'
import { findInstalledChromium } from '../web/find-chromium.mjs'

type WithLabel = typeof globalThis & { label(picture: string): Promise<string> }

const program = findInstalledChromium()
const present = available('browsers', program !== undefined, 'no Chromium is installed. Get it with: apt-get install chromium')
const folder = temporaryFolder()

describe.skipIf(!present)('an extension in Chromium', () => {
  let context: BrowserContext
  let background: Worker
  beforeAll(async () => {
    const extension = await writeExtension(folder)
    context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: program,
      args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    })
    background = context.serviceWorkers()[0] ?? await context.waitForEvent('serviceworker')
  }, 240_000)
  afterAll(() => context?.close())

  it('classifies in its service worker', { timeout: 120_000 }, async () => {
    const label = await background.evaluate((picture) => (globalThis as WithLabel).label(picture), '/coat.png')
    expect(label).toBe('Coat')
  })

  it.each(['', '&worker'])('classifies in its page, with the query "%s"', { timeout: 120_000 }, async (query) => {
    const page = new URL(`/index.html?picture=coat.png${query}`, background.url())
    expect(page.protocol).toBe('chrome-extension:')
    expect(await askApp(context, page.href)).toEqual({ title: 'classified: Coat', printed: [] })
  })
})
