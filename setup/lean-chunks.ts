// A package that is bundled, and what all parts share, in; an esbuild plugin that keeps chunks few and small out.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'esbuild'

export interface LeanBundle {
  /** Of the package, as it is imported. */
  readonly name: string
  /** Path of its index.ts, which holds only lines of `export { ... } from '...'`. */
  readonly index: string
  /** Folders of sources in which parts are imported by `import('./...')`. */
  readonly folders: readonly string[]
  /** Path and export of a module that reaches all that is there from the beginning. */
  readonly main: readonly [path: string, name: string]
}

/**
 * esbuild decides by files, not by names, which chunk something is part of, and makes one for each set of parts that
 * share something. So each name is taken from the module behind the index, through which every chunk would reach
 * everything; and each part that is loaded when it is needed reaches `main`, which makes one chunk of all that is there
 * from the beginning. Type imports stay as they are.
 */
export function leanChunks({ name, index, folders, main: [mainPath, mainName] }: LeanBundle): Plugin {
  const modules = modulesOf(resolve(index))
  const parts = new Set(folders.flatMap(partsOf))
  const imports = new RegExp(`^(import|export) \\{([^}]*)\\} from '${name}'$`, 'gm')
  const direct = (_: string, keyword: string, names: string): string =>
    split(names).map((item) => `${keyword} { ${item} } from '${moduleOf(modules, item)}'`).join('\n')
  const back = `export { ${mainName} as main } from '${resolve(mainPath)}'\n`
  return {
    name: 'lean-chunks',
    setup(build) {
      build.onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(imports, direct) + (parts.has(path) ? back : ''),
        loader: 'ts',
      }))
    },
  }
}

function modulesOf(index: string): ReadonlyMap<string, string> {
  const exports = [...readFileSync(index, 'utf8').matchAll(/^export \{([^}]*)\} from '([^']*)'$/gm)]
  const pathOf = (from: string): string => join(dirname(index), from)
  return new Map(exports.flatMap(([, names, from]) => split(names).map((item) => [item, pathOf(from)] as const)))
}

function moduleOf(modules: ReadonlyMap<string, string>, item: string): string {
  const path = modules.get(item.split(' as ')[0])
  if (path === undefined) throw new Error(`The index exports no ${item}.`)
  return path
}

/** Absolute paths of what is imported by `import()` in a folder. */
function partsOf(folder: string): string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.test)\.ts$/.test(path))
  return sources.flatMap((path) => {
    const place = resolve(folder, path)
    const found = readFileSync(place, 'utf8').matchAll(/\bimport\('(\.[^']*)'\)/g)
    return [...found].map(([, part]) => `${join(dirname(place), part)}.ts`)
  })
}

const split = (names: string): string[] => names.split(',').map((item) => item.trim()).filter((item) => item !== '')
