// The public surface of the package: convert a model, quantise and inspect a file, recognise errors, and their types.
export { ConversionError, conversionErrorCodes, isConversionError } from './conversion-error'
export type { ConversionErrorCode } from './conversion-error'
export { inputLayouts, namingStyles, weightFormats } from './conversion-options'
export type {
  ConversionOptions, InputLayout, InputOptions, LayerOutputRequest, OutputRequest, SoftmaxRequest,
} from './conversion-options'
export type { ConversionReport, TensorDescription } from './conversion-report'
export { convertLayersModel } from './convert-model'
export type { Conversion, ConvertibleModel } from './convert-model'
export { refusedLayers } from './layers/refused-layers'
export { supportedClasses } from './layers/supported-classes'
export { quirkTable } from './quirks'
export type { MetQuirk, QuirkId, QuirkPolicy } from './quirks'
export type { DataType, Dimension, Shape } from './value'
export type { NamingStyle } from './inner-names'
export type { StoredWeights, WeightFormat } from './weights/store-weights'
export { inspectModel } from './inspect/inspect-model'
export type { InspectedTensor, Inspection, OperatorPlacement } from './inspect/inspection'
export { quantizeModel } from './quantize/quantize-model'
export type { Quantization, QuantizationReport } from './quantize/quantize-model'
export { calibrationMethods } from './quantize/quantization-options'
export type {
  AccuracyOptions, Answers, CalibrationMethod, Feed, Feeds, QuantizationOptions, QuantizationProgress, RunModel,
} from './quantize/quantization-options'
export type { QuantizationAccuracy } from './quantize/measure-accuracy'
export type { LayerSensitivity } from './quantize/rank-layers'
export type { QuantizationAttempt } from './quantize/search-accurate'
