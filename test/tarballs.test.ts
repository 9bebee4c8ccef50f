// Checks what would be published: the file lists, and the verdicts of publint and "are the types wrong".
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { beforeAll, describe, expect, it } from 'vitest'
import { packPackages, type Tarball } from './package/pack-packages'
import { runNode } from './package/run-command'
import { temporaryFolder } from './package/temporary-folder'
import { root } from './source-files'

const names = ['core', 'node', 'web', 'web-asyncify', 'stylelens', 'tfjs-to-onnx']
/** What attw cannot find fault with: ESM only for browsers, and subpaths need what TypeScript has had since 4.7. */
const profiles: Readonly<Record<string, string>> = { web: 'esm-only', 'web-asyncify': 'esm-only', stylelens: 'node16' }
const folder = temporaryFolder()
let tarballs: ReadonlyMap<string, Tarball>

beforeAll(async () => {
  tarballs = new Map((await packPackages(names, folder)).map((tarball) => [tarball.name, tarball]))
}, 180_000)

function tarball(name: string): Tarball {
  const found = tarballs.get(name)
  if (found === undefined) throw new Error(`packages/${name} was not packed.`)
  return found
}

const library = ['LICENSE', 'dist/index.cjs', 'dist/index.d.cts', 'dist/index.d.ts', 'dist/index.js', 'package.json']
const models = ['fashion-nano', 'fashion-small'].flatMap((name) => [
  `models/${name}/golden.json`,
  `models/${name}/manifest.json`,
  ...['model', 'model-fp16', 'model-int8'].map((form) => `models/${name}/${form}.onnx`),
])
const browserLibrary = ['LICENSE', 'dist/index.d.ts', 'dist/index.js', 'package.json']
const runtime = (...files: string[]) => ['LICENSE', 'SHA256SUMS', ...files].map((file) => `runtime/${file}`)
const isChunk = (path: string) => path.startsWith('dist/chunk-')
/** Chunks that are loaded when they are needed bear a digest. */
const withoutDigest = (path: string) => path.replace(/^dist\/(.*)-[A-Z0-9]{8}\.js$/, 'dist/$1.js')
/** Of packages/web: what a first picture does not need. */
const parts = [
  'asyncify-build', 'closer-look', 'fashion-nano', 'jspi-build', 'load-foreign-model', 'other-bitmaps', 'other-calls',
  'other-files', 'other-headers', 'other-pictures', 'other-pictures', 'other-providers', 'other-sessions',
  'picture-errors', 'unusual-start', 'worker-platform',
]
const contents: Readonly<Record<string, readonly string[]>> = {
  core: library,
  node: [
    ...library,
    'dist/worker-entry.mjs',
    ...models,
    ...runtime('ort.node.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'),
  ],
  web: [
    ...browserLibrary,
    'copy-assets.mjs',
    ...['stylelens.min', 'wasm', 'wasm-worker', 'webgpu', 'webgpu-worker', 'worker', ...parts].map(
      (name) => `dist/${name}.js`,
    ),
    ...models,
    ...runtime('ort.wasm.bundle.min.mjs', 'ort-wasm-simd-threaded.wasm'),
    'runtime/ort.jspi.bundle.min.mjs',
    'runtime/ort-wasm-simd-threaded.jspi.wasm',
  ],
  'web-asyncify': [...browserLibrary, ...runtime('ort.webgpu.bundle.min.mjs', 'ort-wasm-simd-threaded.asyncify.wasm')],
  stylelens: [...library, 'dist/cli.js', 'dist/web.js', 'dist/web-wasm.js', 'dist/web-webgpu.js'],
  'tfjs-to-onnx': [...library, 'NOTICE', 'dist/cli.js'],
}

describe.each(names)('%s', (name) => {
  it('publishes exactly its build, its models and its licence', () => {
    const all = tarball(name).files.filter((path) => path !== 'README.md' && !isChunk(path))
    const files = all.map(withoutDigest)
    expect([...files].sort()).toEqual([...(contents[name] ?? [])].sort())
  })

  it('names no file of this machine in its build', () => {
    const build = tarball(name).files.filter((path) => path.startsWith('dist/'))
    expect(build.filter((path) => readFileSync(join(root, 'packages', name, path), 'utf8').includes(root))).toEqual([])
  })

  it('satisfies publint', async () => {
    const bytes = new Uint8Array(readFileSync(tarball(name).path))
    const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  it('has the right types for every way of importing it', async () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const { code, stdout } = await runNode(
      [
        attw, tarball(name).path, '--no-color', '--no-emoji', '--format', 'ascii',
        '--profile', profiles[name] ?? 'strict',
        // no code
        '--exclude-entrypoints', './package.json',
      ],
      folder,
    )
    expect(code, stdout).toBe(0)
  })
})
