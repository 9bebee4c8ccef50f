// A build and where its .wasm comes from in; its bytes, checked and kept for the next time, out.
import { loadPart } from '@stylelens/core'
import type { CacheOption, ProgressListener, WasmOptions } from '@stylelens/core'
import { fetchBeside } from './fetch-beside'
import { storeOf } from './model-cache'
import type { OnnxruntimeBuild } from './onnxruntime-build'
import { absoluteAddress } from './page-address'
import { wasmMissing } from './wasm-missing'

export interface WasmSettings {
  readonly wasm?: WasmOptions | undefined
  readonly cache?: CacheOption | undefined
  readonly onProgress?: ProgressListener | undefined
}

/** No time is too long for 14 MB: as much as a timer holds. */
const timeout = 2 ** 31 - 1

/** Throws 'wasm-missing'. */
export async function loadWasm(build: OnnxruntimeBuild, { wasm, cache, onProgress }: WasmSettings): Promise<Uint8Array> {
  const source = wasm && await (await loadPart(() => import('./wasm-source'))).wasmSource(wasm, build)
  if (source && 'bytes' in source) return source.bytes
  const { file, bytes, sha256 } = build
  const address = source?.address ?? absoluteAddress(await build.address())
  const asked = { address, name: file, bytes, sha256, phase: 'runtime', maxBytes: Infinity, attempts: 3 } as const
  // what cannot be kept is fetched again the next time: no failure of the cache is one of the loading
  const answer = await fetchBeside(asked, { cache: storeOf(cache), timeout, onProgress })
  if (answer.kind === 'file') return answer.bytes
  if (answer.kind === 'other') throw (await loadPart(() => import('./wrong-wasm'))).wrongWasm(build, address, answer.bytes)
  const { reason, cause } = 'reason' in answer ? answer : { reason: 'nothing came', cause: undefined }
  throw wasmMissing(address, reason, cause)
}
