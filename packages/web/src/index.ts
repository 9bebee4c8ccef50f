// StyleLens for browsers: pictures in, what is worn in them out. Serves WebAssembly, and WebGPU in browsers with JSPI.
import type * as core from '@stylelens/core'
import type { VideoSource, WebSource } from './image-source'
import type { ModelSource } from './model-source'
import { makePlatform } from './make-platform'
import { wasmBuild } from './wasm-build'

const platform = /* @__PURE__ */ makePlatform(
  { entry: '', wasm: wasmBuild, jspi: () => import('./jspi-build') },
  () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }),
)

/**
 * Loads a model and makes it ready, on WebAssembly unless `executionProviders` says otherwise.
 * Rejects with a `ClassifierError`: 'option-*', 'model-*', 'provider-failed' or 'aborted'.
 */
export const createClassifier = platform.createClassifier

/**
 * Classifies a picture, or a list of them, with a classifier that is made at the first call and then shared by all
 * calls of the same options. `classify.dispose()` frees what is shared.
 */
export const classify: core.SharedClassify<WebSource, ModelSource> = platform.classify

/** What this browser and this page can do, and what each missing thing needs. Downloads nothing. */
export const getCapabilities: () => Promise<core.Capabilities> = platform.getCapabilities

export { clearCache } from './model-cache'
export { embeddedModelNames } from './embedded-models'
export { ClassifierError, isClassifierError } from '@stylelens/core'

/** What can be classified: encoded pictures of every kind, what a page draws or shows, raw pixels and ndarrays. */
export type ImageSource = WebSource | core.DecodedSource
/** A loaded model; see `createClassifier`. */
export type Classifier = core.Classifier<WebSource, VideoSource>
export type CreateClassifierOptions = core.CreateClassifierOptions<ModelSource>
/** Options of `classify`: those of `createClassifier` and those of `classifier.classify`. */
export type SharedClassifyOptions = core.SharedClassifyOptions<ModelSource>

export type { ModelSource } from './model-source'
export type { DrawnSource, VideoSource, WebSource } from './image-source'
export type { EmbeddedModelName } from './embedded-models'
export type {
  AbortSignalLike,
  BackendReport,
  BlobLike,
  Capabilities,
  Capability,
  ClassifierErrorCode,
  ClassifyOptions,
  DetailedPrediction,
  EncodedSource,
  ExecutionProvider,
  ExecutionProviderName,
  ModelManifest,
  NdArrayLike,
  PixelImage,
  Prediction,
  ProviderFailure,
  RawPixels,
  ReadableStreamLike,
  ResponseLike,
  TestTimeAugmentation,
  Timings,
  UrlLike,
  WasmOptions,
} from '@stylelens/core'
