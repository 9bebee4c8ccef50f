// The types of stylelens, one and the same on every runtime: what each platform's functions and options are.
import type * as core from '@stylelens/core'

/** The models that come with every platform's package. */
export type EmbeddedModelName = 'fashion-small' | 'fashion-nano'

/** The name of an embedded model, or the place of another: in Node a path or an address, in a browser an address. */
export type ModelSource = EmbeddedModelName | (string & {}) | core.UrlLike

/** Encoded pictures of every kind (in Node paths too), and in a browser what a page draws or shows. */
export type PictureSource = core.EncodedSource | core.DrawnSource

/** What can be classified: also raw pixels and ndarrays. */
export type ImageSource = PictureSource | core.DecodedSource

/** A loaded model; see `createClassifier`. */
export type Classifier = core.Classifier<PictureSource, core.VideoSource>

export type CreateClassifierOptions = core.CreateClassifierOptions<ModelSource>

/** Options of `classify`: those of `createClassifier` and those of `classifier.classify`. */
export type SharedClassifyOptions = core.SharedClassifyOptions<ModelSource>

export type CreateClassifier = (options?: CreateClassifierOptions) => Promise<Classifier>
/** `cache` as given to `createClassifier`; in Node nothing is kept, and nothing cleared, without it. */
export type ClearCache = (options?: { readonly cache?: core.CacheOption | undefined }) => Promise<void>
export type Classify = core.SharedClassify<PictureSource, ModelSource>

export type {
  AbortSignalLike,
  BackendReport,
  BatchingOptions,
  BlobLike,
  CachedFile,
  CacheOption,
  CacheSettings,
  CacheStore,
  Capabilities,
  Capability,
  ClassifierErrorCode,
  ClassifyOptions,
  DetailedPrediction,
  DrawnSource,
  EmbedOptions,
  EncodedSource,
  ExecutionProvider,
  ExecutionProviderName,
  ModelCache,
  ModelManifest,
  NdArrayLike,
  PixelImage,
  Prediction,
  ProviderFailure,
  RawPixels,
  ReadableStreamLike,
  Region,
  ResponseLike,
  ScoreFunction,
  StreamAnswer,
  StreamOptions,
  StreamSource,
  TestTimeAugmentation,
  Timings,
  UrlLike,
  VideoSource,
  WasmOptions,
} from '@stylelens/core'
