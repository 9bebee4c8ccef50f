// Nothing in; onnxruntime-web's asyncify build, its JavaScript and the address of its .wasm, out.

/** The module, as `import('onnxruntime-web/webgpu')` would give it. */
// @ts-expect-error the bundle comes without declarations
export const loadOnnxruntime = (): Promise<unknown> => import('../runtime/ort.webgpu.bundle.min.mjs')

/** Where its .wasm lies, beside the code. */
export const wasmAddress = (): string => new URL('../runtime/ort-wasm-simd-threaded.asyncify.wasm', import.meta.url).href
