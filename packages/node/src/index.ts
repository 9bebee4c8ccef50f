// StyleLens for Node: pictures in, what is worn in them out.
import { createSharedClassify } from '@stylelens/core'
import type * as core from '@stylelens/core'
import type { EncodedSource } from '@stylelens/core'
import { loadClassifier } from './load-classifier'
import type { ModelSource } from './load-model'

export { loadClassifier as createClassifier } from './load-classifier'
export { clearCache } from './clear-cache'
export { embeddedModelNames } from './embedded-models'
export { explainPicture } from './explain-picture'
export { getCapabilities } from './get-capabilities'
export { measureModel } from './measure-model'
export type { MeasureSettings } from './measure-model'
export { ClassifierError, isClassifierError } from '@stylelens/core'

/**
 * Classifies a picture, or a list of them, with a classifier that is made at the first call and then shared by all
 * calls of the same options. `classify.dispose()` frees what is shared.
 */
export const classify: core.SharedClassify<EncodedSource, ModelSource> =
  /* @__PURE__ */ createSharedClassify(loadClassifier)

/** What can be classified: encoded pictures of every kind, raw pixels and ndarrays. */
export type ImageSource = EncodedSource | core.DecodedSource
/** A loaded model; see `createClassifier`. */
export type Classifier = core.Classifier<EncodedSource>
export type CreateClassifierOptions = core.CreateClassifierOptions<ModelSource>
/** Options of `classify`: those of `createClassifier` and those of `classifier.classify`. */
export type SharedClassifyOptions = core.SharedClassifyOptions<ModelSource>

export type { ModelSource } from './load-model'
export type { BlobLike, EncodedSource, ReadableStreamLike, ResponseLike, UrlLike } from '@stylelens/core'
export type { EmbeddedModelName } from './embedded-models'
export type {
  AbortSignalLike,
  ActivationMap,
  BackendReport,
  BatchingOptions,
  CachedFile,
  CacheOption,
  CacheSettings,
  CacheStore,
  Capabilities,
  Capability,
  ClassifierErrorCode,
  ClassifyOptions,
  DetailedPrediction,
  EmbedOptions,
  ExecutionProvider,
  ExecutionProviderName,
  Explanation,
  FallbackEvent,
  FeatureMaps,
  FetchFunction,
  FetchOption,
  FetchSettings,
  Integrity,
  LoadProgress,
  LogLevel,
  MeasuredModel,
  MeasuredProvider,
  ModelCache,
  ModelDtype,
  ModelInMemory,
  ModelManifest,
  NdArrayLike,
  PixelImage,
  Prediction,
  ProviderCapability,
  ProviderFailure,
  RawPixels,
  Region,
  ScoreFunction,
  StreamAnswer,
  StreamOptions,
  StreamSource,
  TestTimeAugmentation,
  Timings,
} from '@stylelens/core'
