// A build and where its .wasm comes from in; its bytes, checked and kept for the next time, out.
import type { CacheOption, ProgressListener, WasmOptions } from '@stylelens/core'
import { fetchBeside } from './fetch-beside'
import { loadUnusualStart } from './load-unusual-start'
import { storeOf } from './model-cache'
import type { OnnxruntimeBuild } from './onnxruntime-build'
import { absoluteAddress } from './page-address'

export interface WasmSettings {
  readonly wasm?: WasmOptions | undefined
  readonly cache?: CacheOption | undefined
  readonly timeout?: number | undefined
  readonly onProgress?: ProgressListener | undefined
}

/** Throws 'wasm-missing'. */
export async function loadWasm(build: OnnxruntimeBuild, settings: WasmSettings): Promise<Uint8Array> {
  const { wasm, cache, timeout = Infinity, onProgress } = settings
  const source = wasm && await (await loadUnusualStart()).wasmSource(wasm, build)
  if (source && 'bytes' in source) return source.bytes
  const { file, bytes, sha256 } = build
  const address = source?.address ?? absoluteAddress(await build.address())
  // no failure of the cache is one of the loading
  const options = { cache: storeOf(cache), timeout, onProgress }
  return fetchBeside({ address, name: file, bytes, sha256, phase: 'runtime' }, options)
}
