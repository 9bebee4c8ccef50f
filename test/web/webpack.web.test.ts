// An app built by webpack 5 in; its emitted files, and what it answers in Chromium under a strict CSP, out.
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../package/temporary-folder'
import { root } from '../source-files'
import { buildWithWebpack } from './bundlers/build-with-webpack'
import { expectWasm, twoBuilds } from './bundlers/expect-wasm'
import { openApp } from './bundlers/open-app'
import type { RunApp } from './bundlers/open-app'
import { mostScriptBytes, scriptBytes } from './bundlers/script-bytes'
import { writeApp } from './bundlers/write-app'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()

describe.skipIf(!starts)('an app built by webpack', () => {
  let browser: Browser
  let run: RunApp
  let complaints: readonly string[]
  let output: string
  let pages: string
  beforeAll(async () => {
    const app = await writeApp(folder)
    output = app.output
    pages = app.pages
    complaints = await buildWithWebpack(app.entry, output, join(root, 'node_modules'))
    browser = await startChromium()
    run = await openApp(browser, pages)
  }, 240_000)
  afterAll(() => browser?.close())

  it('is built without a word, classifies a picture, and writes nothing to the console', () => {
    expect(complaints).toEqual([])
    expect(run).toMatchObject({ title: 'classified: Coat', printed: [] })
  })

  it('loads at most 15 kB of JavaScript, gzipped, beside onnxruntime', () => {
    expect(scriptBytes(pages, run)).toBeLessThanOrEqual(mostScriptBytes)
  })

  it('emits two .wasm files, each once and below 25 MiB, and loads one', () => {
    expectWasm(output, run, twoBuilds)
  })
})
