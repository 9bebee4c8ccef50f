// The files that a build has made in; a service worker that keeps those which the first visit needs out.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Plugin } from 'vite'

const source = fileURLToPath(new URL('../service-worker/service-worker.ts', import.meta.url))

/** Other builds of onnxruntime and the library's own workers are fetched when they are first used, if ever. */
const isLater = (path: string): boolean => /\.(wasm|onnx)$|(^|[/._-])(jspi|webgpu|asyncify|worker)\b/.test(path)

/** The page itself stands under the address of its folder. */
const addressOf = (path: string): string => (path === 'index.html' ? './' : `./${path}`)

export function precachedFiles(paths: readonly string[]): string[] {
  return paths.filter((path) => !isLater(path)).sort()
}

function digest(folder: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update(readFileSync(join(folder, path)))
  return hash.digest('hex').slice(0, 16)
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
}

/** Written last, when the folder holds everything else. */
export const serviceWorker = (): Plugin => {
  let folder = ''
  return {
    name: 'service-worker',
    configResolved(config) {
      folder = config.build.outDir
    },
    async closeBundle() {
      const paths = precachedFiles(filesBelow(folder))
      await build({
        entryPoints: [source],
        outfile: join(folder, 'service-worker.js'),
        bundle: true,
        minify: true,
        format: 'iife',
        target: 'es2022',
        logLevel: 'silent',
        define: {
          __PRECACHED__: JSON.stringify(paths.map(addressOf)),
          __VERSION__: JSON.stringify(digest(folder, paths)),
        },
      })
    },
  }
}
