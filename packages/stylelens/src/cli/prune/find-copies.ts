// A folder of a project in; every copy of onnxruntime-node that the project can load out.
import { readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'

export interface PackageCopy {
  /** Without links. */
  readonly folder: string
  readonly version: string
}

const wanted = 'onnxruntime-node'

/**
 * The one that Node finds from `start`, which npm and yarn may have put into a folder above it, and those below `start`
 * in the node_modules of other packages, pnpm's store among them. Links that lead out of `start` are not followed.
 */
export async function findCopies(start: string): Promise<PackageCopy[]> {
  const root = await realpath(resolve(start))
  const folders = new Set<string>()
  const nearest = await nearestCopy(root)
  if (nearest !== undefined) folders.add(nearest)
  for await (const folder of packagesBelow(join(root, 'node_modules'), root, new Set())) {
    if (basename(folder) === wanted) folders.add(folder)
  }
  const copies = await Promise.all([...folders].sort().map(readCopy))
  return copies.filter((copy) => copy !== undefined)
}

async function nearestCopy(root: string): Promise<string | undefined> {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = await realFolder(join(folder, 'node_modules', wanted))
    if (found !== undefined) return found
    if (folder === dirname(folder)) return undefined
  }
}

/** Packages of a node_modules folder and of those within its packages, each once. */
async function* packagesBelow(modules: string, root: string, seen: Set<string>): AsyncGenerator<string> {
  for (const name of await namesIn(modules)) {
    const path = join(modules, name)
    if (name === '.pnpm') {
      for (const version of await namesIn(path)) yield* packagesBelow(join(path, version, 'node_modules'), root, seen)
    } else if (name.startsWith('@')) yield* packagesBelow(path, root, seen)
    else if (!name.startsWith('.')) {
      const folder = await realFolder(path)
      if (folder === undefined || seen.has(folder) || !isWithin(folder, root)) continue
      seen.add(folder)
      yield folder
      yield* packagesBelow(join(folder, 'node_modules'), root, seen)
    }
  }
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
const realFolder = (path: string): Promise<string | undefined> => realpath(path).catch(() => undefined)

function isWithin(path: string, root: string): boolean {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === path
}

/** Undefined for a folder of that name that is another package. */
async function readCopy(folder: string): Promise<PackageCopy | undefined> {
  try {
    const text = await readFile(join(folder, 'package.json'), 'utf8')
    const { name, version } = JSON.parse(text) as Record<string, unknown>
    return name === wanted ? { folder, version: String(version) } : undefined
  } catch {
    return undefined
  }
}
