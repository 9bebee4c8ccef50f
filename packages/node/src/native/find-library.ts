// The file name of a shared library in; the path that the loader of Linux would take for it out.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { readElf } from './read-elf'

const standardFolders = ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/local/lib']
const tripleOf: Readonly<Record<string, string>> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }

/** In the loader's order (ld.so(8)); a file of another processor is passed over, as it does. */
export function findLibrary(name: string, ownFolders: readonly string[] = []): string | undefined {
  const given = (process.env['LD_LIBRARY_PATH'] ?? '').split(/[:;]/).filter(Boolean)
  const places = [
    ...[...ownFolders, ...given].map((folder) => join(folder, name)),
    ...cachedPaths(name),
    ...systemFolders().map((folder) => join(folder, name)),
  ]
  const found = places.find((path) => existsSync(path) && readElf(path) !== undefined)
  return found === undefined ? undefined : realpathSync(found)
}

function systemFolders(): string[] {
  const triple = tripleOf[process.arch] ?? ''
  return standardFolders.flatMap((folder) => [join(folder, triple), folder])
}

/** ldconfig's cache holds every path as text that ends with a zero byte. */
function cachedPaths(name: string): string[] {
  try {
    const cache = readFileSync('/etc/ld.so.cache', 'latin1')
    return cache.split('\0').filter((text) => text.startsWith('/') && text.endsWith(`/${name}`))
  } catch {
    return []
  }
}
