// Entries and providers in; the build that serves them, or the reason why none does, out.
import { afterEach, expect, it, vi } from 'vitest'
import { asyncifyBuild } from './asyncify-build'
import { buildFor } from './entry-builds'
import type { EntryBuilds } from './entry-builds'
import { jspiBuild } from './jspi-build'
import { wasmBuild } from './wasm-build'

const jspi = async () => ({ jspiBuild })
const asyncify = async () => ({ asyncifyBuild })
const usual: EntryBuilds = { entry: '', wasm: wasmBuild, jspi }
const small: EntryBuilds = { entry: '/wasm', wasm: wasmBuild }
const large: EntryBuilds = { entry: '/webgpu', wasm: wasmBuild, jspi, asyncify }

afterEach(() => vi.unstubAllGlobals())

const withJspi = (has: boolean) => vi.stubGlobal('WebAssembly', has ? { Suspending: class {} } : {})

it.each([
  [usual, 'wasm', true, 'wasm'],
  [usual, 'webgpu', true, 'jspi'],
  [usual, 'webnn', true, 'jspi'],
  [small, 'wasm', false, 'wasm'],
  [large, 'webgpu', true, 'jspi'],
  [large, 'webgpu', false, 'asyncify'],
] as const)('entry $entry, provider %s, JSPI %s: the build %s', async (builds, provider, has, name) => {
  withJspi(has)
  expect((await buildFor(builds, provider)).name).toBe(name)
})

it.each([
  [small, 'webgpu', true, /'@stylelens\/web\/wasm' brings WebAssembly for the CPU only. Import '@stylelens\/web' instead/],
  [usual, 'webgpu', false, /no JSPI.*Import '@stylelens\/web\/webgpu' instead/],
  [usual, 'cpu', true, /in browsers the CPU is called 'wasm'/],
  [usual, 'cuda', true, /part of Node and not of browsers/],
] as const)('entry $entry, provider %s, JSPI %s: refused', async (builds, provider, has, reason) => {
  withJspi(has)
  await expect(buildFor(builds, provider)).rejects.toThrow(reason)
  await expect(buildFor(builds, provider)).rejects.toThrow('[provider-unavailable]')
})
