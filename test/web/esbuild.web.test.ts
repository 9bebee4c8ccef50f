// An app built by esbuild, with the files that `copy-assets` puts beside it, in; what it answers in Chromium out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runNode } from '../package/run-command'
import type { CommandResult } from '../package/run-command'
import { temporaryFolder } from '../package/temporary-folder'
import { root } from '../source-files'
import { expectWasm, twoBuilds } from './bundlers/expect-wasm'
import { openApp } from './bundlers/open-app'
import type { RunApp } from './bundlers/open-app'
import { mostScriptBytes, scriptBytes } from './bundlers/script-bytes'
import { writeApp } from './bundlers/write-app'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()
const program = join(root, 'packages/web/copy-assets.mjs')

const copyAssets = (...words: string[]): Promise<CommandResult> => runNode([program, ...words], folder)

describe.skipIf(!starts)('an app built by esbuild', () => {
  let browser: Browser
  let run: RunApp
  let pages: string
  beforeAll(async () => {
    const app = await writeApp(folder)
    pages = app.pages
    await build({
      entryPoints: [app.entry],
      outdir: app.output,
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      nodePaths: [join(root, 'node_modules')],
      logLevel: 'silent',
    })
    expect(await copyAssets('copy-assets', app.output)).toEqual({ code: 0, stdout: '', stderr: '' })
    browser = await startChromium()
    run = await openApp(browser, pages)
  }, 240_000)
  afterAll(() => browser?.close())

  it('classifies a picture, and writes nothing to the console', () => {
    expect(run).toMatchObject({ title: 'classified: Coat', printed: [] })
  })

  it('loads at most 15 kB of JavaScript, gzipped, beside onnxruntime', () => {
    expect(scriptBytes(pages, run)).toBeLessThanOrEqual(mostScriptBytes)
  })

  it('has the .wasm files beside it, and loads one', () => {
    // the third lies in the repository, as if it were installed
    expectWasm(pages, run, [...twoBuilds, 'ort-wasm-simd-threaded.asyncify.wasm'])
  })

  it('finds its worker beside it', async () => {
    expect(await openApp(browser, pages, '&worker')).toMatchObject({ title: 'classified: Coat', printed: [] })
  })
})

describe('copy-assets', () => {
  it('overwrites no worker that is not ours', async () => {
    const taken = join(folder, 'taken')
    mkdirSync(taken)
    writeFileSync(join(taken, 'worker.js'), 'mine()')
    const { code, stderr } = await copyAssets('copy-assets', taken)
    expect(code).toBe(1)
    expect(stderr).toContain('Give your bundle a folder of its own.')
    expect(readFileSync(join(taken, 'worker.js'), 'utf8')).toBe('mine()')
  })

  it.each([[[]], [['copy-assets']], [['copy', 'dist']], [['copy-assets', 'one', 'two']]])('says how it is used: %j', async (words) => {
    const { code, stderr } = await copyAssets(...words)
    expect({ code, start: stderr.split(' FOLDER')[0] }).toEqual({ code: 2, start: 'Usage: npx @stylelens/web copy-assets' })
  })
})
