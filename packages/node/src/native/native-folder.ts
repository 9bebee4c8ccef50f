// Nothing in; the folder of onnxruntime-node, and in it that of its libraries for this platform, out.
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The folder of the package; undefined where it is not installed. */
export function packageFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'))
  } catch {
    return undefined
  }
}

/** `bin/napi-v6/linux/x64`; undefined where the package has no libraries for this platform. */
export function binaryFolder(folder: string | undefined): string | undefined {
  const bin = join(folder ?? '', 'bin')
  if (folder === undefined || !existsSync(bin)) return undefined
  const places = readdirSync(bin).map((version) => join(bin, version, process.platform, process.arch))
  return places.find((place) => existsSync(place))
}
