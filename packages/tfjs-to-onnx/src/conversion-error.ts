// A failed conversion comes in as code, sentence and place; a typed error, recognised by its marker, goes out.

/** Stable codes of everything that can go wrong; they never change their meaning. */
export const conversionErrorCodes = [
  'model-invalid',
  'option-invalid',
  'opset-unsupported',
  'layer-unsupported',
  'layer-config-unsupported',
  'layer-config-unread',
  'activation-unsupported',
  'weight-missing',
  'weight-not-finite',
  'data-type-unsupported',
  'dimension-unknown',
  'output-unknown',
  'graph-invalid',
  'file-missing',
  'file-invalid',
  'file-damaged',
  'file-unwritable',
  'runtime-missing',
  'quantization-impossible',
  'calibration-failed',
  'accuracy-lost',
] as const

export type ConversionErrorCode = (typeof conversionErrorCodes)[number]

/** Where in the model the conversion failed, as far as that is known. */
export interface ConversionErrorPlace {
  readonly layer?: string
  readonly key?: string
  readonly cause?: unknown
}

const marker = Symbol.for('tfjs-to-onnx.conversion-error')

export class ConversionError extends Error {
  override readonly name = 'ConversionError'
  readonly code: ConversionErrorCode
  readonly layer?: string
  readonly key?: string
  readonly [marker] = true

  constructor(code: ConversionErrorCode, message: string, place: ConversionErrorPlace = {}) {
    super(`${message} [${code}]`, place.cause === undefined ? undefined : { cause: place.cause })
    this.code = code
    this.layer = place.layer
    this.key = place.key
  }
}

/** True for an error of this package, whichever copy of the package threw it. */
export function isConversionError(value: unknown): value is ConversionError {
  return typeof value === 'object' && value !== null && marker in value
}
