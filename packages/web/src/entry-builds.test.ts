// Entries and providers in; the build that serves them, or the reason why none does, out.
import { afterEach, expect, it, vi } from 'vitest'
import { asyncifyBuild } from './asyncify-build'
import { buildFor } from './entry-builds'
import type { EntryBuilds } from './entry-builds'
import { jspiBuild } from './jspi-build'
import { wasmBuild } from './wasm-build'

const usual: EntryBuilds = { entry: '', wasm: wasmBuild, jspi: jspiBuild }
const small: EntryBuilds = { entry: '/wasm', wasm: wasmBuild }
const large: EntryBuilds = { entry: '/webgpu', wasm: wasmBuild, jspi: jspiBuild, asyncify: asyncifyBuild }

afterEach(() => vi.unstubAllGlobals())

const withJspi = (has: boolean) => vi.stubGlobal('WebAssembly', has ? { Suspending: class {} } : {})

it.each([
  [usual, 'wasm', true, 'wasm'],
  [usual, 'webgpu', true, 'jspi'],
  [usual, 'webnn', true, 'jspi'],
  [small, 'wasm', false, 'wasm'],
  [large, 'webgpu', true, 'jspi'],
  [large, 'webgpu', false, 'asyncify'],
] as const)('entry $entry, provider %s, JSPI %s: the build %s', (builds, provider, jspi, name) => {
  withJspi(jspi)
  expect(buildFor(builds, provider).name).toBe(name)
})

it.each([
  [small, 'webgpu', true, /'@stylelens\/web\/wasm' brings WebAssembly for the CPU only. Import '@stylelens\/web' instead/],
  [usual, 'webgpu', false, /no JSPI.*Import '@stylelens\/web\/webgpu' instead/],
  [usual, 'cpu', true, /in browsers the CPU is called 'wasm'/],
  [usual, 'cuda', true, /part of Node and not of browsers/],
] as const)('entry $entry, provider %s, JSPI %s: refused', (builds, provider, jspi, reason) => {
  withJspi(jspi)
  expect(() => buildFor(builds, provider)).toThrow(reason)
  expect(() => buildFor(builds, provider)).toThrow('[provider-unavailable]')
})
