// A package that is bundled, and what all parts share, in; an esbuild plugin that keeps chunks few and small out.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * esbuild decides by files, not by names, which chunk something is part of, and makes one for each set of parts that
 * share something. So each name is taken from the module behind the index, through which every chunk would reach
 * everything; and each part that is loaded when it is needed reaches `main`, which makes one chunk of all that is there
 * from the beginning. Type imports stay as they are.
 *
 * @param {object} bundle
 * @param {string} bundle.name of the package, as it is imported
 * @param {string} bundle.index path of its index.ts, which holds only lines of `export { ... } from '...'`
 * @param {readonly string[]} bundle.folders of sources, in which parts are imported by `import('./...')`
 * @param {string} bundle.main path of a module that reaches all that is there from the beginning, and its export
 */
export function leanChunks({ name, index, folders, main: [mainPath, mainName] }) {
  const modules = modulesOf(resolve(index))
  const parts = new Set(folders.flatMap(partsOf))
  const imports = new RegExp(`^(import|export) \\{([^}]*)\\} from '${name}'$`, 'gm')
  const direct = (_, keyword, names) =>
    split(names).map((item) => `${keyword} { ${item} } from '${moduleOf(modules, item)}'`).join('\n')
  const back = `export { ${mainName} as main } from '${resolve(mainPath)}'\n`
  return {
    name: 'lean-chunks',
    setup(build) {
      build.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(imports, direct) + (parts.has(path) ? back : ''),
        loader: 'ts',
      }))
    },
  }
}

function modulesOf(index) {
  const exports = readFileSync(index, 'utf8').matchAll(/^export \{([^}]*)\} from '([^']*)'$/gm)
  return new Map([...exports].flatMap(([, names, from]) => split(names).map((item) => [item, join(dirname(index), from)])))
}

function moduleOf(modules, item) {
  const path = modules.get(item.split(' as ')[0])
  if (path === undefined) throw new Error(`The index exports no ${item}.`)
  return path
}

/** Absolute paths of what is imported by `import()` in a folder. */
function partsOf(folder) {
  const sources = readdirSync(folder, { recursive: true }).filter((path) => /\.ts$/.test(path) && !/\.test\.ts$/.test(path))
  return sources.flatMap((path) => {
    const place = resolve(folder, path)
    const found = readFileSync(place, 'utf8').matchAll(/\bimport\('(\.[^']*)'\)/g)
    return [...found].map(([, part]) => `${join(dirname(place), part)}.ts`)
  })
}

const split = (names) => names.split(',').map((item) => item.trim()).filter((item) => item !== '')
