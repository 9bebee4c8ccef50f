// The packed packages and the app in; what it answers in Chromium from Vite's development server out.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { createServer } from 'vite'
import type { ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../package/temporary-folder'
import { unpackPackages } from '../package/unpack-packages'
import { root } from '../source-files'
import { askApp } from './bundlers/open-app'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()

// Links into the repository would not be optimised as installed packages are.
describe.skipIf(!starts)("an app on Vite's development server", () => {
  let browser: Browser
  let server: ViteDevServer
  beforeAll(async () => {
    await unpackPackages(['core', 'web', 'stylelens'], folder)
    cpSync(fileURLToPath(new URL('bundlers/app/', import.meta.url)), folder, { recursive: true })
    cpSync(join(root, 'samples/pictures'), join(folder, 'samples'), { recursive: true })
    server = await createServer({ root: folder, configFile: false, logLevel: 'silent', server: { host: '127.0.0.1', port: 0 } })
    await server.listen()
    browser = await startChromium()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it.each(['', '&worker'])('classifies a picture, with the query "%s"', { timeout: 120_000 }, async (query) => {
    const [address] = server.resolvedUrls?.local ?? []
    const { title } = await askApp(browser, `${address}?picture=/samples/coat.png${query}`)
    expect(title).toBe('classified: Coat')
  })
})
