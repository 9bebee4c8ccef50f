// onnxruntime-web for the CPU: the smallest build.
import type { OnnxruntimeBuild } from './onnxruntime-build'

export const wasmBuild: OnnxruntimeBuild = {
  name: 'wasm',
  file: 'ort-wasm-simd-threaded.wasm',
  bytes: 14_239_897,
  sha256: '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
  address: async () => new URL('../runtime/ort-wasm-simd-threaded.wasm', import.meta.url).href,
  // @ts-expect-error the bundle comes without declarations
  load: () => import('../runtime/ort.wasm.bundle.min.mjs'),
}
