// A Manifest V3 extension built by esbuild in; what its page answers in Chromium under the policy of its manifest out.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../package/temporary-folder'
import { askApp } from './bundlers/open-app'
import { extensionPolicy, writeExtension } from './bundlers/write-extension'
import { serveFiles } from './serve-files'
import type { FileServer } from './serve-files'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()

// The Chromium of npm loads no extensions: its files are served instead, under the same policy. An installed one loads it:
// test/browsers/extension.browsers.test.ts.
describe.skipIf(!starts)('the page of an extension', () => {
  let browser: Browser
  let server: FileServer
  beforeAll(async () => {
    const pages = await writeExtension(folder)
    server = await serveFiles({ '/': pages }, { 'content-security-policy': extensionPolicy })
    browser = await startChromium()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it.each(['', '&worker'])('classifies a picture of its own, with the query "%s"', { timeout: 120_000 }, async (query) => {
    const asked = await askApp(browser, `${server.origin}?picture=coat.png${query}`)
    expect(asked).toEqual({ title: 'classified: Coat', printed: [] })
  })
})
