// A folder in; in it a copy of onnxruntime-node for this platform, without its downloads, out.
import { cpSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

export interface CopiedPackage {
  readonly folder: string
  /** Where the libraries of this platform lie. */
  readonly binaries: string
  readonly version: string
}

const require = createRequire(import.meta.url)
const isProvider = (path: string) => basename(path).startsWith('libonnxruntime_providers')

/** A copy, so that what a test puts beside the binding is never found by anybody else. */
export function copyOnnxruntime(destination: string): CopiedPackage {
  const from = dirname(require.resolve('onnxruntime-node/package.json'))
  const folder = join(destination, 'node_modules', 'onnxruntime-node')
  const platform = join('bin', 'napi-v6', process.platform, process.arch)
  for (const part of ['package.json', 'dist', platform]) {
    cpSync(join(from, part), join(folder, part), { recursive: true, filter: (path) => !isProvider(path) })
  }
  copyCommon(from, destination)
  const { version } = require('onnxruntime-node/package.json') as { version: string }
  return { folder, binaries: join(folder, platform), version }
}

/** What the package itself imports, as it finds it; its own package.json cannot be resolved. */
function copyCommon(from: string, destination: string): void {
  const name = 'onnxruntime-common'
  const entry = createRequire(join(from, 'package.json')).resolve(name)
  const folder = entry.slice(0, entry.lastIndexOf(name) + name.length)
  cpSync(folder, join(destination, 'node_modules', name), { recursive: true })
}
