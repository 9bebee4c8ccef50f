// StyleLens for browsers on WebAssembly alone: the smallest entry, of which a bundler emits one .wasm file.
import type { Capabilities, SharedClassify } from '@stylelens/core'
import type { WebSource } from './image-source'
import type { ModelSource } from './model-source'
import { makePlatform } from './make-platform'
import { wasmBuild } from './wasm-build'

const platform = /* @__PURE__ */ makePlatform(
  { entry: '/wasm', wasm: wasmBuild },
  () => new Worker(new URL('./wasm-worker.js', import.meta.url), { type: 'module' }),
)

export const createClassifier = platform.createClassifier
export const classify: SharedClassify<WebSource, ModelSource> = platform.classify
export const getCapabilities: () => Promise<Capabilities> = platform.getCapabilities

export { clearCache } from './model-cache'
export { embeddedModelNames } from './embedded-models'
export { ClassifierError, isClassifierError } from '@stylelens/core'
