// A Manifest V3 extension built by esbuild in; what its page answers in Chromium under the policy of its manifest out.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runNode } from '../package/run-command'
import { temporaryFolder } from '../package/temporary-folder'
import { root } from '../source-files'
import { askApp } from './bundlers/open-app'
import { writeApp } from './bundlers/write-app'
import { serveFiles } from './serve-files'
import type { FileServer } from './serve-files'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()

const manifest = {
  manifest_version: 3,
  name: 'What is worn in it',
  version: '1',
  action: { default_popup: 'index.html' },
  // the least that browsers allow, with what WebAssembly needs
  content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
}

async function writeExtension(): Promise<string> {
  const { entry, pages, output } = await writeApp(folder)
  const nodePaths = [join(root, 'node_modules')]
  await build({ entryPoints: [entry], outdir: output, bundle: true, splitting: true, format: 'esm', nodePaths, logLevel: 'silent' })
  await runNode([join(root, 'packages/web/copy-assets.mjs'), 'copy-assets', output], folder)
  writeFileSync(join(pages, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(pages, 'coat.png'), readFileSync(join(root, 'samples/pictures/coat.png')))
  return pages
}

// The Chromium of npm loads no extensions: its files are served instead, under the same policy.
describe.skipIf(!starts)('the page of an extension', () => {
  let browser: Browser
  let server: FileServer
  beforeAll(async () => {
    const pages = await writeExtension()
    server = await serveFiles({ '/': pages }, { 'content-security-policy': manifest.content_security_policy.extension_pages })
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
