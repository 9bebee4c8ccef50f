// The packed packages, bundled with and without @stylelens/web-asyncify, in; what WebGPU does in a browser without JSPI out.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build as buildWithEsbuild } from 'esbuild'
import type { Browser, BrowserContext } from 'playwright-core'
import { build as buildWithVite } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runNode } from '../package/run-command'
import { temporaryFolder } from '../package/temporary-folder'
import { unpackPackages } from '../package/unpack-packages'
import { root } from '../source-files'
import { buildWithWebpack } from './bundlers/build-with-webpack'
import { emittedFiles } from './bundlers/emitted-files'
import { askApp } from './bundlers/open-app'
import { writeApp } from './bundlers/write-app'
import type { WrittenApp } from './bundlers/write-app'
import { serveFiles } from './serve-files'
import { chromiumStarts, startChromium } from './start-chromium'

const starts = await chromiumStarts()
const folder = temporaryFolder()
const installs = {
  with: ['core', 'node', 'web', 'stylelens', 'web-asyncify'],
  without: ['core', 'node', 'web', 'stylelens'],
}
type Install = keyof typeof installs

/** Each as an app of that bundler is built, into the folder that is served. */
const bundlers: Readonly<Record<string, (app: WrittenApp, place: string) => Promise<unknown>>> = {
  async esbuild({ entry, output }, place) {
    const entryPoints = { main: entry }
    await buildWithEsbuild({ entryPoints, outdir: output, bundle: true, splitting: true, format: 'esm', logLevel: 'silent' })
    return runNode([join(place, 'node_modules/@stylelens/web/copy-assets.mjs'), 'copy-assets', output], place)
  },
  webpack: ({ entry, output }, place) => buildWithWebpack(entry, output, join(place, 'node_modules')),
  Vite: ({ entry, output }, place) => buildWithVite({
    root: place,
    configFile: false,
    logLevel: 'silent',
    base: '/dist/',
    build: { outDir: output, rollupOptions: { input: entry, output: { entryFileNames: 'main.js' } } },
  }),
}

const asyncifyFiles = (pages: string) =>
  emittedFiles(pages).filter(({ path }) => /asyncify.*\.wasm$/.test(path)).map(({ bytes }) => bytes)

describe.skipIf(!starts).each(Object.entries(bundlers))('an app of stylelens/webgpu, built by %s', (name, bundle) => {
  let browser: Browser
  let context: BrowserContext
  const apps = {} as Record<Install, WrittenApp>
  beforeAll(async () => {
    for (const install of ['with', 'without'] as const) {
      const place = join(folder, name, install)
      mkdirSync(place, { recursive: true })
      await unpackPackages(installs[install], place)
      apps[install] = await writeApp(place, 'gpu')
      await bundle(apps[install], place)
    }
    browser = await startChromium()
    context = await browser.newContext()
    await context.addInitScript(() => {
      for (const name of ['Suspending', 'promising']) delete (WebAssembly as unknown as Record<string, unknown>)[name]
    })
  }, 400_000)
  afterAll(() => browser?.close())

  const ask = async (install: Install) => {
    const server = await serveFiles({ '/': apps[install].pages, '/samples/': join(root, 'samples/pictures') })
    try {
      const asked = await askApp(context, `${server.origin}?picture=/samples/coat.png`)
      return { ...asked, wasm: server.requests.filter((request) => request.endsWith('.wasm')) }
    } finally {
      await server.close()
    }
  }

  it('classifies on WebGPU where the asyncify build is installed', { timeout: 240_000 }, async () => {
    const { title, printed, wasm } = await ask('with')
    expect({ title, printed }).toEqual({ title: 'classified: Coat on webgpu', printed: [] })
    expect(wasm).toEqual([expect.stringMatching(/asyncify/)])
    // above the 25 MiB that some hosts take as a file: README and docs/deployment.md say so
    expect(asyncifyFiles(apps.with.pages)).toEqual([26_781_914])
  })

  it('is built without it too, goes on by wasm, and names the package', { timeout: 240_000 }, async () => {
    const { title, printed, wasm } = await ask('without')
    expect(title).toMatch(/^classified: Coat on wasm, runtime-missing .*`npm install @stylelens\/web-asyncify`/)
    expect(printed).toEqual([])
    expect(wasm).toEqual([expect.stringMatching(/threaded\b(?!.*(jspi|asyncify))/)])
    expect(asyncifyFiles(apps.without.pages)).toEqual([])
  })
})
