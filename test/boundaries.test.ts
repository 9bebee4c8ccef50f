// Checks the direction of all imports: packages point down, core needs nobody, no circles.
import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCircles } from './find-circles'
import { importsOf, resolveImport } from './imports-of'
import { isTestFile, root, sourceFiles } from './source-files'

interface Room {
  readonly folder: string
  /** Packages of this repository that it may import. */
  readonly below: readonly string[]
  readonly builtins: boolean
  /** Folders outside its own that relative imports may lead to. */
  readonly beside?: readonly string[]
}

const rooms: readonly Room[] = [
  { folder: 'packages/core', below: [], builtins: false },
  { folder: 'packages/node', below: ['@stylelens/core'], builtins: true },
  { folder: 'packages/web', below: ['@stylelens/core', '@stylelens/web-asyncify'], builtins: false },
  { folder: 'packages/web-asyncify', below: [], builtins: false },
  { folder: 'packages/stylelens', below: ['@stylelens/core', '@stylelens/node', '@stylelens/web'], builtins: true },
  { folder: 'packages/tfjs-to-onnx', below: [], builtins: false },
  {
    folder: 'training',
    below: ['@stylelens/core', '@stylelens/node', 'tfjs-to-onnx'],
    builtins: true,
    beside: ['setup'],
  },
].filter(({ folder }) => existsSync(join(root, folder)))

const ours = /^(@stylelens\/|stylelens$|stylelens\/|tfjs-to-onnx)/
const files = sourceFiles()
const paths = new Set(files.map(({ path }) => path))
const imports = new Map(files.map((file) => [file.path, importsOf(file)]))
const shipped = files.filter(({ path }) => !isTestFile(path))

const within = (path: string, folder: string) => path.startsWith(`${folder}/`)
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** `file -> import` for each import of the folder's shipped sources that the test calls wrong. */
function wrongImports(folder: string, isWrong: (specifier: string, path: string) => boolean): string[] {
  return shipped
    .filter(({ path }) => within(path, folder))
    .flatMap(({ path }) =>
      (imports.get(path) ?? [])
        .filter((specifier) => isWrong(specifier, path))
        .map((specifier) => `${path} -> ${specifier}`),
    )
}

function declaredBy(folder: string): Set<string> {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string> | undefined
  >
  return new Set(
    ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies'].flatMap((field) =>
      Object.keys(manifest[field] ?? {}),
    ),
  )
}

describe.each(rooms)('$folder', ({ folder, below, builtins, beside = [] }) => {
  it('imports only the packages below it', () => {
    expect(wrongImports(folder, (specifier) => ours.test(specifier) && !below.includes(packageOf(specifier)))).toEqual(
      [],
    )
  })

  it('stays inside its own folder with relative imports', () => {
    const home = folder.startsWith('packages/') ? `${folder}/src` : folder
    expect(
      wrongImports(folder, (specifier, path) => {
        if (!specifier.startsWith('.') || !within(path, home)) return false
        const target = posix.join(posix.dirname(path), specifier)
        if (target === `${folder}/package.json` || target.startsWith(`${folder}/runtime/`)) return false
        return ![home, ...beside].some((allowed) => within(target, allowed))
      }),
    ).toEqual([])
  })

  it('imports only what its package.json declares', () => {
    const declared = declaredBy(folder)
    expect(
      wrongImports(folder, (specifier, path) => {
        if (specifier.startsWith('.') || (folder.startsWith('packages/') && !within(path, `${folder}/src`)))
          return false
        // a command line runs in Node, also where the library beside it runs anywhere
        const inNode = builtins || /^packages\/[^/]+\/src\/cli(\/|\.ts$)/.test(path)
        return isBuiltin(specifier) ? !inNode : !declared.has(packageOf(specifier))
      }),
    ).toEqual([])
  })

  it('has no circle of imports', () => {
    const own = files.filter(({ path }) => within(path, folder)).map(({ path }) => path)
    const graph = own.map((path): [string, string[]] => [
      path,
      (imports.get(path) ?? [])
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolveImport(path, specifier, paths))
        .filter((target) => target !== undefined),
    ])
    expect(findCircles(new Map(graph))).toEqual([])
  })

  it('does not import from its own index', () => {
    expect(
      wrongImports(
        folder,
        (specifier, path) =>
          specifier.startsWith('.') && resolveImport(path, specifier, paths) === `${folder}/src/index.ts`,
      ),
    ).toEqual([])
  })
})

describe('packages/core', () => {
  it('has nothing to install', () => {
    expect([...declaredBy('packages/core')]).toEqual([])
  })
})

describe('platforms', () => {
  const platforms = ['node', 'web'].filter((name) => existsSync(join(root, 'packages', name)))

  it.each(platforms)('%s answers with the five names', (platform) => {
    const names = ['index', 'load-classifier', 'decode-image', 'load-model', 'create-session']
    expect(names.filter((name) => !paths.has(`packages/${platform}/src/${name}.ts`))).toEqual([])
  })
})

const contract = [...imports.keys()].filter((path) => /^test\/(runtime-contract\.ts|contract\/)/.test(path))

describe('the runtime contract', () => {
  it('has its cases in test/contract/', () => expect(contract.length).toBeGreaterThan(5))

  it.each(contract)('%s runs on any runtime: no test runner, no Node module, nothing but its folder and our packages', (path) => {
    const specifiers = imports.get(path) ?? []
    expect(specifiers.filter((specifier) => !/^\.\.?\//.test(specifier) && !ours.test(specifier))).toEqual([])
  })
})
