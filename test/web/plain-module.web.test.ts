// A page without a bundler and without an import map in; what the one self-contained module answers there out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../package/temporary-folder'
import { root } from '../source-files'
import { openApp } from './bundlers/open-app'
import type { RunApp } from './bundlers/open-app'
import { writeApp } from './bundlers/write-app'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()
const module = '/node_modules/@stylelens/web/dist/stylelens.min.js'

describe.skipIf(!starts)('a page with one module', () => {
  let browser: Browser
  let run: RunApp
  beforeAll(async () => {
    const app = await writeApp(folder)
    mkdirSync(app.output)
    const text = readFileSync(app.entry, 'utf8').replace(/(["'])stylelens\1/, `'${module}'`)
    writeFileSync(join(app.output, 'main.js'), text)
    browser = await startChromium()
    run = await openApp(browser, app.pages, '', { '/node_modules/@stylelens/web/': join(root, 'packages/web') })
  }, 120_000)
  afterAll(() => browser?.close())

  it('classifies a picture, and writes nothing to the console', () => {
    expect(run).toMatchObject({ title: 'classified: Coat', printed: [] })
  })

  it('loads that module, one build of onnxruntime and one model', () => {
    const names = run.loaded.map((path) => path.replace(/.*\//, ''))
    const ownOfPage = ['', 'main.js', 'coat.png', 'favicon.ico']
    expect(names.filter((name) => !ownOfPage.includes(name)).sort()).toEqual([
      'model.onnx', 'ort-wasm-simd-threaded.wasm', 'ort.wasm.bundle.min.mjs', 'stylelens.min.js',
    ])
  })
})
