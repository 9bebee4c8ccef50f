// A package that is bundled and its index in; an esbuild plugin that takes each name from the module behind the index, out.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * esbuild decides by files, not by names, which chunk something is part of: through an index every chunk would reach
 * everything. Type imports stay as they are.
 *
 * @param {string} name as it is imported
 * @param {string} index absolute path of its index.ts, which holds only lines of `export { ... } from '...'`
 */
export function directImports(name, index) {
  const modules = modulesOf(index)
  const imports = new RegExp(`^(import|export) \\{([^}]*)\\} from '${name}'$`, 'gm')
  const direct = (_, keyword, names) =>
    split(names).map((item) => `${keyword} { ${item} } from '${moduleOf(modules, item)}'`).join('\n')
  return {
    name: 'direct-imports',
    setup(build) {
      build.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(imports, direct),
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

const split = (names) => names.split(',').map((item) => item.trim()).filter((item) => item !== '')
