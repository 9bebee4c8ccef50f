// The names that platforms (node, web) and training need of the pipeline; users get theirs from a platform's package.
export { ClassifierError, isClassifierError } from './classifier-error'
export type { ClassifierErrorDetails } from './classifier-error'
export { errorCodes } from './error-codes'
export type { ClassifierErrorCode } from './error-codes'

export { createClassifier } from './create-classifier'
export { classifyStream } from './classify/classify-stream'
export type { StreamParts } from './classify/classify-stream'
export { createSharedClassify } from './share-classifier'
export type { SharedClassify, SharedClassifyOptions } from './share-classifier'
export type { Classifier } from './classifier'
export type { ClassifyOptions, EmbedOptions, StreamOptions } from './options/classify-options'
export type { CreateClassifierOptions } from './options/create-options'
export { createOptionTable, inputOptionTable } from './options/option-table'
export { createDefaults } from './options/option-defaults'
export { classifyOptionTable, embedOptionTable, streamOptionTable } from './options/classify-option-table'
export { batchingOptionTable } from './options/batching-options'
export type { BatchingOptions } from './options/batching-options'
export type { OptionRow, OptionTable } from './options/option-table'

export { executionProviderNames } from './execution-provider'
export type {
  BackendReport,
  ExecutionProvider,
  ExecutionProviderCandidate,
  ExecutionProviderName,
  FallbackEvent,
  ProviderFailure,
} from './execution-provider'
export type { Capabilities, Capability, ProviderCapability } from './capabilities'
export type { DetailedPrediction, Prediction, ScoreFunction, TestTimeAugmentation, Timings } from './prediction'
export type { StreamAnswer, StreamSource } from './stream'
export type { DecodedImage, NdArrayLike, PixelImage, RawPixels, Region } from './image'
export type { AppliedInGraph, ModelInput, ModelManifest, PreprocessMode, SelfTest } from './manifest'
export type {
  AbortSignalLike,
  DecodedSource,
  DecodeOptions,
  FrameOptions,
  InputDoors,
  ModelFiles,
  Runtime,
  Session,
  SessionOptions,
  StreamFrame,
} from './runtime'
export type { InputTensor, Tensor } from './tensor'
export { logLevels } from './log-level'
export type { LogLevel } from './log-level'
export type { LoadProgress, ProgressListener } from './progress'
export { notify } from './notify'
export { explainPicture } from './explain/explain-picture'
export type { Explanation } from './explain/explain-picture'
export type { FeatureMaps } from './explain/look-inside'
export type { ActivationMap } from './explain/activation-map'
export { messageOf } from './with-typed-errors'
export { loadPart } from './load-part'
export { loadOtherSessions } from './session/load-other-sessions'
export { measureModel } from './measure-model'
export type { MeasuredModel, MeasureModelOptions } from './measure-model'
export { measureProviders } from './session/measure-providers'
export type { MeasureOptions } from './session/measure-providers'
export type { MeasuredCandidate, MeasuredProvider } from './session/measured-provider'

export { parseManifest } from './model/parse-manifest'
export { describeValue } from './describe-value'
export { preprocess } from './preprocess/preprocess'
export { rankPredictions } from './postprocess/rank-predictions'
export { isDecodedSource } from './pixels/is-decoded-source'
export { readPixels } from './pixels/read-pixels'
export { readFloats } from './session/read-floats'
export { sniffImageFormat } from './sniff-image-format'
export { formatOf } from './image-format/format-of'
export type { ImageFormat } from './image-format/format-of'
export { otherFile } from './model/other-file'
export { isPlaceholder, nameForeignFile } from './model/name-foreign-file'
export { freezeDeep } from './model/freeze-deep'

export { throwIfAborted } from './abort/throw-if-aborted'
export { untilAborted } from './abort/until-aborted'
export type {
  BlobLike,
  EncodedSource,
  ReadableStreamLike,
  ResponseLike,
  UrlLike,
} from './source/encoded-source'
export type { DrawnSource, VideoSource } from './source/drawn-source'
export { describeSource, nameOfSource } from './source/describe-source'
export { readStream, tooManyBytes } from './source/read-stream'
export type { ReadLimits } from './source/read-stream'
export { sha256 } from './sha256'
export type { WasmBuildName, WasmOptions } from './options/wasm-options'
export type {
  CachedFile,
  CacheOption,
  CacheStore,
  LoadModelOptions,
  ModelCache,
} from './model/load-model-options'

export { createWorkerClassifier } from './worker/create-worker-classifier'
export { serveClassifier } from './worker/serve-classifier'
export type { OwnPicture, WorkerHandle, WorkerPlatform, WorkerPort } from './worker/worker-port'
export { workerOptionTable } from './options/worker-options'
export type { WorkerOptions } from './options/worker-options'

export { tellCacheFailure } from './model/download/guarded-cache'
export { judgeStatus, passing } from './model/download/attempt-download'
export { downloadFile } from './model/download/download-file'
export { downloadError } from './model/download/download-error'
export { HttpFolder } from './model/download/http-folder'
export type { DownloadPlatform, Network } from './model/download/network'
export type { ModelAddress } from './model/model-address'
export { openHttpModel } from './model/open-http-model'
export { openModelFolder } from './model/open-model-folder'
export type { FileLimits, ModelFolder, ModelInMemory } from './model/model-files'
export { fileTooLarge } from './model/file-too-large'
export { manifestFromHuggingFace } from './model/hugging-face/manifest-from-hugging-face'
export { checkOnnx } from './model/onnx/check-onnx'
export type { OnnxFacts, OnnxValue } from './model/onnx/onnx-facts'
export type {
  CacheSettings,
  FetchFunction,
  FetchInit,
  FetchOption,
  FetchResponse,
  FetchSettings,
  Integrity,
  ModelDtype,
} from './model/load-model-options'
