// The names that platforms (node, web) and training need of the pipeline; users get theirs from a platform's package.
export { ClassifierError, isClassifierError } from './classifier-error'
export type { ClassifierErrorDetails } from './classifier-error'
export { errorCodes } from './error-codes'
export type { ClassifierErrorCode } from './error-codes'

export { createClassifier } from './create-classifier'
export { createSharedClassify } from './share-classifier'
export type { SharedClassify, SharedClassifyOptions } from './share-classifier'
export type { Classifier } from './classifier'
export type { ClassifyOptions } from './options/classify-options'
export type { CreateClassifierOptions } from './options/create-options'
export { classifyOptionTable, createOptionTable, defaultModel, inputOptionTable } from './options/option-table'
export type { OptionRow, OptionTable } from './options/option-table'

export { executionProviderNames } from './execution-provider'
export type {
  BackendReport,
  ExecutionProvider,
  ExecutionProviderCandidate,
  ExecutionProviderName,
  ProviderFailure,
} from './execution-provider'
export type { DetailedPrediction, Prediction, Timings } from './prediction'
export type { DecodedImage, NdArrayLike, PixelImage, RawPixels } from './image'
export type { AppliedInGraph, ModelInput, ModelManifest, PreprocessMode } from './manifest'
export type {
  AbortSignalLike,
  DecodedSource,
  DecodeOptions,
  InputDoors,
  ModelFiles,
  Runtime,
  Session,
  SessionOptions,
} from './runtime'
export type { Tensor } from './tensor'

export { parseManifest } from './model/parse-manifest'
export { describeValue } from './describe-value'
export { preprocess } from './preprocess/preprocess'
export { rankPredictions } from './postprocess/rank-predictions'
export { isDecodedSource } from './pixels/is-decoded-source'
export { readPixels } from './pixels/read-pixels'
export { sniffImageFormat } from './sniff-image-format'
