// StyleLens for browsers with WebGPU in all that have it: without JSPI it runs the build of @stylelens/web-asyncify.
import type { Capabilities, SharedClassify } from '@stylelens/core'
import type { WebSource } from './image-source'
import type { ModelSource } from './model-source'
import { makePlatform } from './make-platform'
import { wasmBuild } from './wasm-build'

const platform = /* @__PURE__ */ makePlatform(
  { entry: '/webgpu', wasm: wasmBuild, jspi: () => import('./jspi-build'), asyncify: () => import('./asyncify-build') },
  () => new Worker(new URL('./webgpu-worker.js', import.meta.url), { type: 'module' }),
)

export const createClassifier = platform.createClassifier
export const classify: SharedClassify<WebSource, ModelSource> = platform.classify
export const getCapabilities: () => Promise<Capabilities> = platform.getCapabilities

export { clearCache } from './model-cache'
export { embeddedModelNames } from './embedded-models'
export { ClassifierError, isClassifierError } from '@stylelens/core'
