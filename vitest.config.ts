// Runs the tests against the sources: one project for each suite of setup/suites.mjs.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (name: string, file = 'index') =>
  fileURLToPath(new URL(`./packages/${name}/src/${file}.ts`, import.meta.url))

// A suite that needs more than npm brings names its files *.NAME.test.ts.
const special = ['native', 'exporter', 'web', 'browsers', 'runtimes', 'stress', 'cuda']

const folders = [
  'packages/*/src/**/', 'packages/*/test/**/', 'packages/*/proof/**/', 'training/**/', 'samples/**/', 'bench/**/', 'docs/**/', 'test/**/',
  'examples/**/',
]

const everywhere = (pattern: string) => folders.map((folder) => folder + pattern)

const project = (name: string, pattern: string, not: readonly string[], more?: { readonly maxWorkers: string }) => ({
  extends: true as const,
  test: { name, include: everywhere(pattern), exclude: ['**/node_modules/**', '**/dist/**', ...not], ...more },
})

export default defineConfig({
  resolve: {
    alias: {
      '@stylelens/core': source('core'),
      '@stylelens/node': source('node'),
      '@stylelens/web-asyncify': source('web-asyncify'),
      '@stylelens/web/wasm': source('web', 'wasm'),
      '@stylelens/web/webgpu': source('web', 'webgpu'),
      '@stylelens/web': source('web'),
      stylelens: source('stylelens'),
      'tfjs-to-onnx': source('tfjs-to-onnx'),
    },
  },
  test: {
    // Files of others, as they are: Node loads them itself.
    server: { deps: { external: [/\/runtime\/ort[.-]/] } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // Its files measure no time: every core works. By default one core is left idle, which of two is half.
      project('npm', '*.test.ts', special.map((name) => `**/*.${name}.test.ts`), { maxWorkers: '100%' }),
      ...special.map((name) => project(name, `*.${name}.test.ts`, [])),
    ],
  },
})
