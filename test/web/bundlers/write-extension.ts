// A folder in; an unpacked Manifest V3 extension with a page and a service worker, bundled by esbuild, in it, out.
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { BuildOptions } from 'esbuild'
import { runNode } from '../../package/run-command'
import { root } from '../../source-files'
import { writeApp } from './write-app'

/** The least that browsers allow, with what WebAssembly needs. */
export const extensionPolicy = "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'"

const manifest = {
  manifest_version: 3,
  name: 'What is worn in it',
  version: '1',
  action: { default_popup: 'index.html' },
  background: { service_worker: 'dist/background.js', type: 'module' },
  content_security_policy: { extension_pages: extensionPolicy },
}

/** The folder of the extension, with coat.png in it. */
export async function writeExtension(folder: string): Promise<string> {
  const background = await writeApp(folder, 'background')
  const shared: BuildOptions = { bundle: true, format: 'esm', nodePaths: [join(root, 'node_modules')], logLevel: 'silent' }
  // in one file: a service worker has no import()
  await build({ ...shared, entryPoints: { background: background.entry }, outdir: background.output })
  const { entry, pages, output } = await writeApp(folder)
  await build({ ...shared, entryPoints: [entry], outdir: output, splitting: true })
  await runNode([join(root, 'packages/web/copy-assets.mjs'), 'copy-assets', output], folder)
  writeFileSync(join(pages, 'manifest.json'), JSON.stringify(manifest))
  copyFileSync(join(root, 'samples/pictures/coat.png'), join(pages, 'coat.png'))
  return pages
}
