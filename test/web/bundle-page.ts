// A page's TypeScript in; one module with our packages' sources inside, in a folder, out.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { root } from '../source-files'

const source = (name: string, file = 'index') => `${root}packages/${name}/src/${file}.ts`

/** Models and runtimes stay beside it: the bundle lies in dist/, as the packages' own builds do. */
export async function bundlePage(page: string, folder: string): Promise<void> {
  await build({
    entryPoints: {
      page: fileURLToPath(new URL(`pages/${page}.ts`, import.meta.url)),
      // the library starts it by this name, from beside itself
      worker: source('web', 'worker'),
    },
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    alias: {
      '@stylelens/core': source('core'),
      '@stylelens/web': source('web'),
      '@stylelens/web/wasm': source('web', 'wasm'),
      '@stylelens/web/webgpu': source('web', 'webgpu'),
      '@stylelens/web-asyncify': source('web-asyncify'),
      'tfjs-to-onnx': source('tfjs-to-onnx'),
    },
    external: ['../runtime/*'],
    logLevel: 'silent',
  })
}
