// A build and where its .wasm comes from in; its bytes, checked and kept for the next time, out.
import type { CacheOption, ProgressListener, WasmOptions } from '@stylelens/core'
import { fetchWasm } from './fetch-wasm'
import { keptWasm } from './kept-wasm'
import type { OnnxruntimeBuild } from './onnxruntime-build'
import { hasSubtle, sha256 } from './sha256'
import { isWasm, wasmMissing } from './wasm-missing'
import { wasmSource } from './wasm-source'

export interface WasmSettings {
  readonly wasm?: WasmOptions | undefined
  readonly cache?: CacheOption | undefined
  readonly timeout?: number | undefined
  readonly onProgress?: ProgressListener | undefined
}

/** Throws 'wasm-missing'. */
export async function loadWasm(build: OnnxruntimeBuild, settings: WasmSettings): Promise<Uint8Array> {
  const source = await wasmSource(settings.wasm ?? {}, build)
  if ('bytes' in source) return checkGiven(source.bytes)
  const kept = keptWasm(build, settings.cache)
  const known = await kept.read()
  if (known !== undefined) return known
  const { onProgress, timeout } = settings
  const bytes = await fetchWasm({ address: source.address, bytes: build.bytes, onProgress, timeout })
  await checkVersion(build, source.address, bytes)
  await kept.write(bytes)
  return bytes
}

/** A copy: the caller may go on using the bytes while onnxruntime starts. */
function checkGiven(bytes: Uint8Array): Uint8Array {
  if (!isWasm(bytes)) throw wasmMissing('`wasm: { binary }`', 'the bytes are no WebAssembly')
  return bytes.slice()
}

/**
 * onnxruntime fails in strange ways, for as long as the page lives, with a .wasm of another version than its own.
 * The digest is taken where the browser does it: 14 MB in JavaScript would cost more than they save.
 */
async function checkVersion(build: OnnxruntimeBuild, address: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length !== build.bytes) {
    const reason = `it has ${bytes.length} bytes instead of ${build.bytes}, so it is damaged or of another version`
    throw wasmMissing(address, reason)
  }
  if (hasSubtle() && (await sha256(bytes)) !== build.sha256) {
    throw wasmMissing(address, 'its SHA-256 is not that of the version in use')
  }
}
