// onnxruntime-web for WebGPU in every browser that has it: a package of its own, for its size.
import { ClassifierError } from '@stylelens/core'
import type { OnnxruntimeBuild } from './onnxruntime-build'

/** Within `try`, bundlers take the package as one that need not be installed. */
async function load() {
  try {
    return await import('@stylelens/web-asyncify')
  } catch (cause) {
    throw new ClassifierError(
      'runtime-missing',
      'WebGPU in a browser without JSPI needs a package that this page was built without. ' +
        'Run `npm install @stylelens/web-asyncify` and build the page again.',
      { cause },
    )
  }
}

export const asyncifyBuild: OnnxruntimeBuild = {
  name: 'asyncify',
  file: 'ort-wasm-simd-threaded.asyncify.wasm',
  bytes: 26_781_914,
  sha256: '39f9f0894d478800487ed9f7dbe92618498db320cf55c8e3d89adff8dce658da',
  address: async () => (await load()).wasmAddress(),
  load: async () => (await load()).loadOnnxruntime(),
}
