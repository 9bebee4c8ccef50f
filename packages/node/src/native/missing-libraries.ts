// The path of a shared library in; the libraries that it cannot be loaded without and that are not here, by name, out.
import { findLibrary } from './find-library'
import { readElf } from './read-elf'

/**
 * What `path` and `others` need, and what those need in turn. Nothing that is found is loaded: CUDA's libraries weigh
 * gigabytes. The loader is asked for what is not found: it may know more (LD_PRELOAD, libraries loaded before).
 */
export function missingLibraries(path: string, others: readonly string[] = []): string[] {
  const seen = new Set<string>()
  const missing: string[] = []
  const check = (names: readonly string[], folders: readonly string[]): void => {
    for (const name of names) {
      if (seen.has(name)) continue
      seen.add(name)
      const found = findLibrary(name, folders)
      if (found !== undefined) checkNeeds(found)
      else if (!isKnownToLoader(name)) missing.push(name)
    }
  }
  const checkNeeds = (library: string): void => {
    const { needed, folders } = readElf(library) ?? { needed: [], folders: [] }
    check(needed, folders)
  }
  checkNeeds(path)
  check(others, [])
  return missing
}

/** A library that was found is refused for not being a Node addon. Deno takes no bare names, and says so. */
export function isKnownToLoader(name: string): boolean {
  try {
    process.dlopen({ exports: {} }, name)
    return true
  } catch (error) {
    return !/cannot open shared object file|invalid path/i.test((error as Error).message)
  }
}
