// An app built by webpack 5 in; its emitted files, and what it answers in Chromium under a strict CSP, out.
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import webpack from 'webpack'
import type { Configuration } from 'webpack'
import { temporaryFolder } from '../package/temporary-folder'
import { root } from '../source-files'
import { expectWasm, twoBuilds } from './bundlers/expect-wasm'
import { openApp } from './bundlers/open-app'
import type { RunApp } from './bundlers/open-app'
import { writeApp } from './bundlers/write-app'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()

/** Webpack's own defaults, but for where things lie and names that can be read. */
function build(entry: string, output: string): Promise<readonly string[]> {
  const configuration: Configuration = {
    mode: 'production',
    entry,
    output: { path: output, filename: 'main.js', assetModuleFilename: '[name].[hash][ext]' },
    resolve: { modules: [join(root, 'node_modules')] },
    performance: false,
  }
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error !== null || stats === undefined) return reject(error ?? new Error('webpack says nothing.'))
      const { errors = [], warnings = [] } = stats.toJson({ all: false, errors: true, warnings: true })
      resolve([...errors, ...warnings].map(({ message }) => message))
    })
  })
}

describe.skipIf(!starts)('an app built by webpack', () => {
  let browser: Browser
  let run: RunApp
  let complaints: readonly string[]
  let output: string
  beforeAll(async () => {
    const app = await writeApp(folder)
    output = app.output
    complaints = await build(app.entry, output)
    browser = await startChromium()
    run = await openApp(browser, app.pages)
  }, 240_000)
  afterAll(() => browser?.close())

  it('is built without a word, classifies a picture, and writes nothing to the console', () => {
    expect(complaints).toEqual([])
    expect(run).toMatchObject({ title: 'classified: Coat', printed: [] })
  })

  it('emits two .wasm files, each once and below 25 MiB, and loads one', () => {
    expectWasm(output, run, twoBuilds)
  })
})
