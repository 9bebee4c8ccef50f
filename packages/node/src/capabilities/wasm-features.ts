// Nothing in; what WebAssembly can do in this process out.
import type { Capability } from '@stylelens/core'

const header = [0, 97, 115, 109, 1, 0, 0, 0]

/** A function that makes a vector of 128 bits of a number: `i32.const 0, i8x16.splat, i8x16.popcnt`. */
const simd = [...header, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]

/** A shared memory and a function that loads of it atomically: `i32.const 0, i32.atomic.load, drop`. */
const threads = [
  ...header, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 4, 1, 3, 1, 1, 10, 11, 1, 9, 0, 65, 0, 254, 16, 2, 0, 26, 11,
]

/** A global of every runtime, whose types come with those of browsers. */
const { WebAssembly: wasm } = globalThis as { WebAssembly?: { validate(bytes: Uint8Array): boolean } }

const isValid = (bytes: readonly number[]): boolean => wasm?.validate(Uint8Array.from(bytes)) === true

const newer = 'Update the JavaScript runtime, and start it without flags that turn WebAssembly off.'

export interface WasmFeatures {
  readonly 'wasm-simd': Capability
  readonly 'wasm-threads': Capability
}

/** onnxruntime-web needs SIMD; without threads it runs on one. */
export function wasmFeatures(validate: typeof isValid = isValid): WasmFeatures {
  return {
    'wasm-simd': validate(simd) ? { available: true } : { available: false, missing: 'WebAssembly SIMD', mend: newer },
    'wasm-threads':
      typeof SharedArrayBuffer === 'function' && validate(threads)
        ? { available: true }
        : { available: false, missing: 'shared memory of WebAssembly', mend: newer },
  }
}
