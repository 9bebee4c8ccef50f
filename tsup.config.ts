// Builds every package's dist folder: ESM, CommonJS and declarations. STYLELENS_BUILD=core,node builds only those.
import { existsSync, readFileSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'
import { leanChunks } from './setup/lean-chunks'

interface PackageManifest {
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
  readonly peerDependencies?: Record<string, string>
}

const names = process.env['STYLELENS_BUILD']?.split(',') ?? ['core', 'node', 'web', 'web-asyncify', 'stylelens', 'tfjs-to-onnx']

// setup/build.mjs empties the dist folders: `clean` would race between two builds into one folder.
const shared: Options = { target: 'es2022', splitting: false, clean: false, silent: true, removeNodeProtocol: false }

// tsup looks for dependencies in the root's package.json, where there are none.
function external(name: string): string[] {
  const manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as PackageManifest
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies })
}

// onnxruntime and the models lie beside dist/, as they lie beside src/: their addresses stay as they are written.
const beside = /^\.\.\/runtime\//

function library(name: string): Options {
  return {
    ...shared,
    name,
    entry: { index: `packages/${name}/src/index.ts` },
    outDir: `packages/${name}/dist`,
    format: ['esm', 'cjs'],
    dts: true,
    shims: true,
    external: [...external(name), beside],
  }
}

const core = '@stylelens/core'

const leanWeb = {
  name: core,
  index: 'packages/core/src/index.ts',
  folders: ['packages/core/src', 'packages/web/src'],
  main: ['packages/web/src/make-platform.ts', 'makePlatform'],
} as const

// For browsers: ESM only, since import.meta.url has no CommonJS form that bundlers follow. Entries share their chunks,
// and with them the state of the page; core is inside, so that its parts are chunks too, loaded when they are needed
// (docs/decisions/0023). All entries have one declaration file.
function browserLibrary(name: string, entries: readonly string[]): Options {
  return {
    ...shared,
    name,
    entry: Object.fromEntries(entries.map((entry) => [entry, `packages/${name}/src/${entry}.ts`])),
    outDir: `packages/${name}/dist`,
    format: ['esm'],
    platform: 'browser',
    splitting: true,
    dts: { entry: { index: `packages/${name}/src/index.ts` }, compilerOptions: { lib: ['ES2022', 'DOM'] } },
    external: [...external(name).filter((dependency) => dependency !== core), beside],
    noExternal: [core],
    esbuildPlugins: name === 'web' ? [leanChunks(leanWeb)] : [],
  }
}

// Modules with everything of ours inside: one for `<script type="module">` without a bundler or an import map, and the
// workers, which have no import map at all.
function singleModules(name: string): Options {
  const workers = ['worker', 'wasm-worker', 'webgpu-worker']
  return {
    ...shared,
    name: `${name}-single`,
    entry: {
      'stylelens.min': `packages/${name}/src/index.ts`,
      ...Object.fromEntries(workers.map((worker) => [worker, `packages/${name}/src/${worker}.ts`])),
    },
    outDir: `packages/${name}/dist`,
    format: ['esm'],
    platform: 'browser',
    minify: true,
    noExternal: [core],
    external: [beside, /web-asyncify/],
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

// A worker is started as a file of its own beside the library, by ESM and CommonJS alike: ESM, no declarations.
function workerFile(name: string): Options {
  return {
    ...shared,
    name: `${name}-worker`,
    entry: { 'worker-entry': `packages/${name}/src/worker-main.ts` },
    outDir: `packages/${name}/dist`,
    format: ['esm'],
    outExtension: () => ({ js: '.mjs' }),
    external: [...external(name), beside],
  }
}

// The node condition of stylelens is a library like any other; its browser entries only pass names on.
function browserEntries(name: string, entries: readonly string[]): Options {
  return { ...browserLibrary(name, entries), name: `${name}-browser`, dts: false }
}

function buildsOf(name: string): Options[] {
  if (name === 'web') return [browserLibrary(name, ['index', 'wasm', 'webgpu']), singleModules(name)]
  if (name === 'web-asyncify') return [browserLibrary(name, ['index'])]
  if (name === 'stylelens') return [library(name), browserEntries(name, ['web', 'web-wasm', 'web-webgpu'])]
  if (name === 'node') return [library(name), workerFile(name)]
  return [library(name)]
}

const commandLines = names.filter((name) => existsSync(`packages/${name}/src/cli.ts`))

export default defineConfig([...names.flatMap(buildsOf), ...commandLines.map(commandLine)])
