// An app built by Rollup, with the files that `copy-assets` puts beside it, in; what it answers in Chromium out.
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { rollup } from 'rollup'
import type { Plugin } from 'rollup'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runNode } from '../package/run-command'
import { temporaryFolder } from '../package/temporary-folder'
import { root } from '../source-files'
import { expectWasm, twoBuilds } from './bundlers/expect-wasm'
import { openApp } from './bundlers/open-app'
import type { RunApp } from './bundlers/open-app'
import { writeApp } from './bundlers/write-app'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()

/** As @rollup/plugin-node-resolve with `browser: true` finds them. */
const entries: Readonly<Record<string, string>> = {
  stylelens: 'packages/stylelens/dist/web.js',
  '@stylelens/web': 'packages/web/dist/index.js',
  '@stylelens/core': 'packages/core/dist/index.js',
}

const findPackages: Plugin = {
  name: 'find-packages',
  resolveId: (name) => (name in entries ? join(root, entries[name]) : null),
}

describe.skipIf(!starts)('an app built by Rollup', () => {
  let browser: Browser
  let run: RunApp
  let pages: string
  const complaints: string[] = []
  beforeAll(async () => {
    const app = await writeApp(folder)
    pages = app.pages
    const onwarn = ({ message }: { readonly message: string }) => void complaints.push(message)
    const bundle = await rollup({ input: app.entry, plugins: [findPackages], onwarn })
    await bundle.write({ dir: app.output, format: 'es' })
    await bundle.close()
    await runNode([join(root, 'packages/web/copy-assets.mjs'), 'copy-assets', app.output], folder)
    browser = await startChromium()
    run = await openApp(browser, pages)
  }, 240_000)
  afterAll(() => browser?.close())

  it('is built without a word, classifies a picture, and writes nothing to the console', () => {
    expect(complaints).toEqual([])
    expect(run).toMatchObject({ title: 'classified: Coat', printed: [] })
  })

  it('has the .wasm files beside it, and loads one', () => {
    // the third lies in the repository, as if it were installed
    expectWasm(pages, run, [...twoBuilds, 'ort-wasm-simd-threaded.asyncify.wasm'])
  })
})
