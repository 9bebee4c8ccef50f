// The option `wasm` and a build in; where its .wasm file is to be got from, or its very bytes, out.
import type { WasmOptions } from '@stylelens/core'
import { isWasm } from './is-wasm'
import type { OnnxruntimeBuild } from './onnxruntime-build'
import { absoluteAddress } from './page-address'
import { wasmMissing } from './wasm-missing'

export type WasmSource = { readonly address: string } | { readonly bytes: Uint8Array }

const asBytes = (binary: ArrayBuffer | Uint8Array) => (ArrayBuffer.isView(binary) ? binary : new Uint8Array(binary))

const isBuffer = (value: unknown): value is ArrayBuffer | Uint8Array =>
  ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]'

function binaryOf({ binary }: WasmOptions, { name }: OnnxruntimeBuild): Uint8Array | undefined {
  if (binary === undefined) return undefined
  if (isBuffer(binary)) return name === 'wasm' ? asBytes(binary) : undefined
  const named = binary[name]
  return named === undefined ? undefined : asBytes(named)
}

function pathOf({ paths }: WasmOptions, { name, file }: OnnxruntimeBuild): string | undefined {
  if (paths === undefined) return undefined
  if (typeof paths === 'object' && !('href' in paths)) return paths[name]
  const folder = typeof paths === 'string' ? paths : paths.href
  return `${folder.replace(/\/?$/, '/')}${file}`
}

/** A copy: the caller may go on using the bytes while onnxruntime starts. */
function checkGiven(bytes: Uint8Array): Uint8Array {
  if (!isWasm(bytes)) throw wasmMissing('`wasm: { binary }`', 'the bytes are no WebAssembly')
  return bytes.slice()
}

/** Bytes first, then `paths`, then the file beside the code. Throws 'wasm-missing' for bytes that are no WebAssembly. */
export async function wasmSource(wasm: WasmOptions, build: OnnxruntimeBuild): Promise<WasmSource> {
  const bytes = binaryOf(wasm, build)
  if (bytes !== undefined) return { bytes: checkGiven(bytes) }
  const path = pathOf(wasm, build)
  return { address: absoluteAddress(path ?? await build.address()) }
}
