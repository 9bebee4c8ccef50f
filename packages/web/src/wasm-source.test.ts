// The option `wasm` and a build in; where its .wasm comes from out.
import { expect, it } from 'vitest'
import { jspiBuild } from './jspi-build'
import { workFor } from './page-address'
import { wasmBuild } from './wasm-build'
import { wasmSource } from './wasm-source'

const site = 'https://example.com/'
const bytes = Uint8Array.of(0, 0x61, 0x73, 0x6d)

it.each([
  [{ paths: `${site}assets` }, wasmBuild, `${site}assets/ort-wasm-simd-threaded.wasm`],
  [{ paths: `${site}assets/` }, jspiBuild, `${site}assets/ort-wasm-simd-threaded.jspi.wasm`],
  [{ paths: new URL(site) }, wasmBuild, `${site}ort-wasm-simd-threaded.wasm`],
  [{ paths: { wasm: `${site}a.wasm` } }, wasmBuild, `${site}a.wasm`],
] as const)('%o: an address', async (option, build, address) => {
  expect(await wasmSource(option, build)).toEqual({ address })
})

it.each([
  ['nothing', {}, wasmBuild],
  ['another build only', { paths: { wasm: `${site}a.wasm` } }, jspiBuild],
  ['bytes, which are those of the build wasm', { binary: bytes }, jspiBuild],
] as const)('given %s: beside the code', async (_, option, build) => {
  expect(await wasmSource(option, build)).toEqual({ address: await build.address() })
})

it.each([
  ['as they are', { binary: bytes, paths: site }, wasmBuild],
  ['as a buffer', { binary: bytes.buffer }, wasmBuild],
  ['by the name of the build', { binary: { jspi: bytes } }, jspiBuild],
] as const)('bytes %s come first', async (_, option, build) => {
  expect(await wasmSource(option, build)).toEqual({ bytes })
})

it('an address without an origin, as Turbopack makes it, is one of the page', async () => {
  workFor(`${site}page/`)
  const build = { ...wasmBuild, address: async () => '/_next/a.wasm' }
  expect(await wasmSource({}, build)).toEqual({ address: `${site}_next/a.wasm` })
})

it('bytes that are no WebAssembly are refused', async () => {
  await expect(wasmSource({ binary: Uint8Array.of(1, 2, 3) }, wasmBuild)).rejects.toThrow('[wasm-missing]')
})
