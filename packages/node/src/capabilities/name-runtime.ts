// Nothing in; the names and versions of the JavaScript runtime and of the system out.
import { glibcVersion } from '../native/glibc-version'

/** Bun and Deno speak of Node's version too, so they are asked first. */
export function nameRuntime(versions: Readonly<Record<string, string | undefined>> = process.versions): string {
  if (versions['bun'] !== undefined) return `Bun ${versions['bun']}`
  if (versions['deno'] !== undefined) return `Deno ${versions['deno']}`
  if (versions['electron'] !== undefined) return `Electron ${versions['electron']}`
  return `Node ${versions['node'] ?? '?'}`
}

/** `linux x64 glibc 2.36`, `linux x64 musl`, `darwin arm64`. */
export function namePlatform(): string {
  const system = `${process.platform} ${process.arch}`
  if (process.platform !== 'linux') return system
  const glibc = glibcVersion()
  return glibc === undefined ? `${system} musl` : `${system} glibc ${glibc}`
}
