// Nothing in; path and text of every source file of the project out, generated ones left out.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string
  readonly text: string
}

export const root = fileURLToPath(new URL('..', import.meta.url))

const folders = ['packages', 'training', 'samples', 'test', 'bench', 'docs', 'examples', 'setup']
const skipped = new Set(['node_modules', 'dist', 'generated', 'models', 'runtime', 'runs', 'coverage'])
const extensions = new Set(['.ts', '.tsx', '.mts', '.cts', '.mjs', '.cjs', '.js'])

/** All sources, sorted by path. */
export function sourceFiles(): SourceFile[] {
  const atRoot = readdirSync(root).filter(isSource)
  return [...atRoot, ...folders.flatMap(sourcesBelow)].map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }))
}

export function isTestFile(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('test/') || /\/(test|test-fixtures|proof)\//.test(path)
}

function sourcesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourcesBelow(path)
      return isSource(path) ? [path] : []
    })
}

function isSource(path: string): boolean {
  return extensions.has(extname(path))
}
