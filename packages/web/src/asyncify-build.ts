// onnxruntime-web for WebGPU in every browser that has it: a package of its own, for its size.
import type { OnnxruntimeBuild } from './onnxruntime-build'

const load = () => import('@stylelens/web-asyncify')

export const asyncifyBuild: OnnxruntimeBuild = {
  name: 'asyncify',
  file: 'ort-wasm-simd-threaded.asyncify.wasm',
  bytes: 26_781_914,
  sha256: '39f9f0894d478800487ed9f7dbe92618498db320cf55c8e3d89adff8dce658da',
  address: async () => (await load()).wasmAddress(),
  load: async () => (await load()).loadOnnxruntime(),
}
