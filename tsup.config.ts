// Builds every package's dist folder: ESM, CommonJS and declarations. STYLELENS_BUILD=core,node builds only those.
import { existsSync, readFileSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'

interface PackageManifest {
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
  readonly peerDependencies?: Record<string, string>
}

const names = process.env['STYLELENS_BUILD']?.split(',') ?? ['core', 'node', 'stylelens', 'tfjs-to-onnx']

// setup/build.mjs empties the dist folders: `clean` would race between two builds into one folder.
const shared: Options = { target: 'es2022', splitting: false, clean: false, silent: true, removeNodeProtocol: false }

// tsup looks for dependencies in the root's package.json, where there are none.
function external(name: string): string[] {
  const manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as PackageManifest
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies })
}

function library(name: string): Options {
  return {
    ...shared,
    name,
    entry: { index: `packages/${name}/src/index.ts` },
    outDir: `packages/${name}/dist`,
    format: ['esm', 'cjs'],
    dts: true,
    shims: true,
    external: external(name),
  }
}

// A command line is run, never imported: ESM, no declarations.
function commandLine(name: string): Options {
  return {
    ...shared,
    name: `${name}-cli`,
    entry: { cli: `packages/${name}/src/cli.ts` },
    outDir: `packages/${name}/dist`,
    format: ['esm'],
    external: external(name),
  }
}

const commandLines = names.filter((name) => existsSync(`packages/${name}/src/cli.ts`))

export default defineConfig([...names.map(library), ...commandLines.map(commandLine)])
