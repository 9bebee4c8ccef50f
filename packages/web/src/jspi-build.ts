// onnxruntime-web for WebGPU in browsers with JSPI (WebAssembly.Suspending).
import type { OnnxruntimeBuild } from './onnxruntime-build'

export const jspiBuild: OnnxruntimeBuild = {
  name: 'jspi',
  file: 'ort-wasm-simd-threaded.jspi.wasm',
  bytes: 16_758_545,
  sha256: 'a54c76f86b0f0d9572380cf1c6292a7b3903716ffcbcd6b0e5c7050bf430eb93',
  address: async () => new URL('../runtime/ort-wasm-simd-threaded.jspi.wasm', import.meta.url).href,
  // @ts-expect-error the bundle comes without declarations
  load: () => import('../runtime/ort.jspi.bundle.min.mjs'),
}
