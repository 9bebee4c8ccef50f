// An app built by Vite in; its emitted files, and what it answers in Chromium under a strict CSP, out.
import type { ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../package/temporary-folder'
import { emittedFiles } from './bundlers/emitted-files'
import { askApp, openApp } from './bundlers/open-app'
import type { RunApp } from './bundlers/open-app'
import { mostScriptBytes, scriptBytes } from './bundlers/script-bytes'
import { serveFiles } from './serve-files'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()

describe.skipIf(!starts)('an app built by Vite', () => {
  let browser: Browser
  let run: RunApp
  beforeAll(async () => {
    await build({
      root: fileURLToPath(new URL('bundlers/app/', import.meta.url)),
      configFile: false,
      logLevel: 'silent',
      build: { outDir: folder, emptyOutDir: true },
    })
    browser = await startChromium()
    run = await openApp(browser, folder)
  }, 120_000)
  afterAll(() => browser?.close())

  it('classifies a picture, and writes nothing to the console', () => {
    expect(run).toMatchObject({ title: 'classified: Coat', printed: [] })
  })

  it('emits two .wasm files, each once and below 25 MiB, and loads one', () => {
    const wasm = emittedFiles(folder).filter(({ path }) => path.endsWith('.wasm'))
    expect(wasm.map(({ path }) => path.replace(/.*\/|-[\w-]{8}\.wasm$/g, ''))).toEqual([
      'ort-wasm-simd-threaded',
      'ort-wasm-simd-threaded.jspi',
    ])
    expect(Math.max(...wasm.map(({ bytes }) => bytes))).toBeLessThan(25 * 1024 * 1024)
    expect(run.loaded.filter((path) => path.endsWith('.wasm'))).toHaveLength(1)
  })

  it('loads at most 15 kB of JavaScript, gzipped, beside onnxruntime', () => {
    expect(scriptBytes(folder, run)).toBeLessThanOrEqual(mostScriptBytes)
  })

  it('says what to do where a part of an older build is on the server no more', async () => {
    const [part] = emittedFiles(folder).filter(({ path }) => /picture-errors-.*\.js$/.test(path))
    const gone = (_: unknown, response: ServerResponse) => {
      response.writeHead(404)
      response.end()
      return true
    }
    const server = await serveFiles({ [`/${part.path}`]: gone, '/': folder })
    try {
      const { title } = await askApp(browser, `${server.origin}?picture=/index.html`)
      expect(title).toMatch(/^failed: ClassifierError: .*Load the page again\. \[code-missing\]$/)
    } finally {
      await server.close()
    }
  })
})
