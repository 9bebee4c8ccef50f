// The caller's options come in; checked options with every default filled in go out.
import { ConversionError } from './conversion-error'
import { namingStyles } from './inner-names'
import type { NamingStyle } from './inner-names'
import { weightFormats } from './weights/store-weights'
import type { WeightFormat } from './weights/store-weights'

export { namingStyles, weightFormats }

export const inputLayouts = ['nhwc-f32', 'nhwc-u8', 'nchw-f32'] as const

/**
 * 'nhwc-f32': as tfjs has it. 'nhwc-u8': bytes, which the graph turns into floats before anything else.
 * 'nchw-f32': channels first, [N, C, H, W].
 */
export type InputLayout = (typeof inputLayouts)[number]

/** Written once: the defaults of every option. */
export const defaultOptions = {
  opset: 17,
  foldBatchNorm: true,
  mergeBranches: true,
  weights: 'fp32',
  inputLayout: 'nhwc-f32',
  names: 'layers',
} as const

/** Arithmetic on the graph input, written as Sub then Mul nodes in front of the first layer. */
export interface InputOptions {
  /** Name of the graph input; default: the name of the model's input layer. */
  readonly name?: string
  /** Subtracted first; one number, or one per channel (the last axis). */
  readonly subtract?: number | readonly number[]
  /** Multiplied afterwards; one number, or one per channel (the last axis). */
  readonly multiply?: number | readonly number[]
}

/** The output of a layer, by default of the whole model. */
export interface LayerOutputRequest {
  readonly name: string
  /** Layer name (`<nested model>/<layer>` inside a nested model); default: the model's only output. */
  readonly layer?: string
  /** Divides by a positive number, such as a softmax temperature; folded into a final linear Dense layer. */
  readonly divideBy?: number
}

/** Softmax over the last axis of another output. */
export interface SoftmaxRequest {
  readonly name: string
  readonly softmaxOf: string
}

export type OutputRequest = LayerOutputRequest | SoftmaxRequest

export interface ConversionOptions {
  /** ONNX opset, 13 to 21; default 17. */
  readonly opset?: number
  readonly input?: InputOptions
  /** Default: the model's outputs under the names of their layers. */
  readonly outputs?: readonly OutputRequest[]
  /** Written to metadata_props. */
  readonly metadata?: Readonly<Record<string, string>>
  /** Folds BatchNormalization into the layer before it; default true. */
  readonly foldBatchNorm?: boolean
  /** Makes one convolution of those of one value that are added up, and of a normalised value added to one; default true. */
  readonly mergeBranches?: boolean
  /** How learned numbers are stored; default 'fp32'. */
  readonly weights?: WeightFormat
  /** With int8 weights: kernels with fewer numbers stay float32, as a first and a last layer may; default 64. */
  readonly keepBelow?: number
  /** Layout and type of the graph inputs, which must be images [N, H, W, C]; default 'nhwc-f32'. */
  readonly inputLayout?: InputLayout
  /** What the tensors and nodes inside the graph are called; default 'layers'. */
  readonly names?: NamingStyle
}

export interface CheckedOptions extends ConversionOptions {
  readonly opset: number
  readonly weights: WeightFormat
  readonly inputLayout: InputLayout
  readonly names: NamingStyle
  readonly input: InputOptions
  readonly metadata: Readonly<Record<string, string>>
  readonly foldBatchNorm: boolean
  readonly mergeBranches: boolean
}

export function checkOptions(options: ConversionOptions): CheckedOptions {
  const { opset = defaultOptions.opset } = options
  const { foldBatchNorm = defaultOptions.foldBatchNorm, mergeBranches = defaultOptions.mergeBranches } = options
  const { weights = defaultOptions.weights, inputLayout = defaultOptions.inputLayout, names = defaultOptions.names } = options
  const { keepBelow } = options
  const { input = {}, metadata = {}, outputs } = options
  checkChoice('weights', weights, weightFormats)
  checkChoice('inputLayout', inputLayout, inputLayouts)
  checkChoice('names', names, namingStyles)
  checkOpset(opset)
  if (keepBelow !== undefined && !(keepBelow >= 0)) throw invalid('keepBelow', keepBelow, 'Pass a number of at least 0')
  for (const key of ['subtract', 'multiply'] as const) checkNumbers(`input.${key}`, input[key])
  for (const [key, value] of Object.entries(metadata)) {
    if (typeof value !== 'string') throw invalid(`metadata.${key}`, value, 'Pass a string, for example JSON')
  }
  if (outputs) checkOutputs(outputs, input.name)
  return { opset, foldBatchNorm, mergeBranches, weights, keepBelow, inputLayout, names, input, metadata, outputs }
}

export function invalid(option: string, received: unknown, advice: string): ConversionError {
  const message = `Option ${option} is ${JSON.stringify(received)}. ${advice}.`
  return new ConversionError('option-invalid', message, { key: option })
}

function checkChoice(option: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw invalid(option, value, `Pass one of ${choices.join(', ')}`)
}

function checkOpset(opset: number): void {
  if (Number.isInteger(opset) && opset >= 13 && opset <= 21) return
  const reason = opset > 21
    ? 'Above 21 the WebGPU and CUDA runtimes lack kernels (MaxPool, GlobalAveragePool, Conv) and fall back to the CPU'
    : 'Below 13 the operators take different inputs'
  throw new ConversionError('opset-unsupported', `Opset ${opset} is not supported. ${reason}. Use 13 to 21.`, {
    key: 'opset',
  })
}

function checkNumbers(option: string, value: number | readonly number[] | undefined): void {
  if (value === undefined) return
  const numbers = typeof value === 'number' ? [value] : value
  const isValid = Array.isArray(numbers) && numbers.length > 0 && numbers.every(Number.isFinite)
  if (!isValid) throw invalid(option, value, 'Pass a finite number, or one per channel')
}

function checkOutputs(outputs: readonly OutputRequest[], inputName: string | undefined): void {
  if (outputs.length === 0) throw invalid('outputs', outputs, 'Ask for at least one output, or leave the option out')
  const taken = new Set<string>(inputName === undefined ? [] : [inputName])
  for (const output of outputs) {
    const isName = typeof output.name === 'string' && output.name !== ''
    if (!isName || taken.has(output.name)) throw invalid('outputs', output, 'Give every input and output its own name')
    taken.add(output.name)
    const divisor = 'divideBy' in output ? output.divideBy : undefined
    if (divisor === undefined) continue
    if (!Number.isFinite(divisor) || divisor <= 0) throw invalid('outputs', output, 'divideBy must be above 0')
    if ('softmaxOf' in output) throw invalid('outputs', output, 'Divide the logits, not the probabilities')
  }
}
