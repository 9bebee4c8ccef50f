// The public surface of the package: convert a model, recognise its errors, and the types of both.
export { ConversionError, conversionErrorCodes, isConversionError } from './conversion-error'
export type { ConversionErrorCode } from './conversion-error'
export type {
  ConversionOptions, InputOptions, LayerOutputRequest, OutputRequest, SoftmaxRequest,
} from './conversion-options'
export type { ConversionReport, TensorDescription } from './conversion-report'
export { convertLayersModel } from './convert-model'
export type { Conversion, ConvertibleModel } from './convert-model'
export type { DataType, Dimension, Shape } from './value'
