// Types, and the caller's quantisation options in; checked options with every default filled in out.
import { invalid } from '../conversion-options'

export const calibrationMethods = ['minmax', 'percentile', 'entropy'] as const

/**
 * How the range of an activation is found. 'minmax': all that was seen. 'percentile': without the outermost
 * thousandth of a percent. 'entropy': the range whose 256 steps keep most of the distribution (Kullback-Leibler).
 */
export type CalibrationMethod = (typeof calibrationMethods)[number]

/** Written once: the defaults of every option. */
export const defaultQuantization = { method: 'minmax', perChannel: true, reduceRange: false, maxExcluded: 3 } as const

export interface Feed {
  readonly dataType: 'float32' | 'uint8' | 'int32'
  readonly data: Float32Array | Uint8Array | Int32Array
  readonly dims: readonly number[]
}

/** One batch: a tensor for each input of the model, by name. */
export type Feeds = Readonly<Record<string, Feed>>

/** Numbers of each output of the model by name, as any runtime gives them. */
export type Answers = Readonly<Record<string, { readonly data: unknown }>>

/**
 * Runs a model on one batch, with the caller's runtime. All batches of a pass bring the very same array: a session made
 * for it can be kept until another one comes.
 */
export type RunModel = (model: Uint8Array, feeds: Feeds) => Promise<Answers>

export interface AccuracyOptions {
  /** Pictures and the class of each. */
  readonly batches: readonly { readonly inputs: Feeds, readonly labels: ArrayLike<number> }[]
  /** The output whose largest number is the class, [N, classes]. */
  readonly output: string
  /** Share of right answers that may be lost: 0.005 is half a percentage point. */
  readonly maxLoss: number
  /** Layers that may stay float32, the most sensitive first, to come within maxLoss; default 3. */
  readonly maxExcluded?: number
}

export interface QuantizationProgress {
  readonly phase: 'calibration' | 'accuracy' | 'sensitivity'
  /** Runs of the model within this phase. */
  readonly done: number
  readonly total: number
}

export interface QuantizationOptions {
  readonly run: RunModel
  /** Typical inputs, without labels; a few hundred pictures suffice. */
  readonly batches: readonly Feeds[]
  /** Default 'minmax'. Where accuracy is not kept, the others are tried too. */
  readonly method?: CalibrationMethod
  /** One scale for each output channel of a kernel; default true. */
  readonly perChannel?: boolean
  /** Weights of 7 bits, for x64 processors without VNNI, whose 16-bit sums can overflow; default false. */
  readonly reduceRange?: boolean
  /** Names of nodes that stay float32. */
  readonly skip?: readonly string[]
  readonly accuracy?: AccuracyOptions
  readonly onProgress?: (progress: QuantizationProgress) => void
  /** An AbortSignal. */
  readonly signal?: { throwIfAborted(): void }
}

export interface CheckedQuantization extends QuantizationOptions {
  readonly method: CalibrationMethod
  readonly perChannel: boolean
  readonly reduceRange: boolean
  readonly skip: readonly string[]
}

/** @throws ConversionError 'option-invalid'. */
export function checkQuantization(options: QuantizationOptions): CheckedQuantization {
  const { method = defaultQuantization.method, perChannel = defaultQuantization.perChannel } = options
  const { reduceRange = defaultQuantization.reduceRange, skip = [], run, batches, accuracy } = options
  if (!calibrationMethods.includes(method)) throw invalid('method', method, `Pass one of ${calibrationMethods.join(', ')}`)
  if (typeof run !== 'function') throw invalid('run', typeof run, 'Pass a function that runs a model on one batch')
  if (!Array.isArray(batches) || batches.length === 0) throw invalid('batches', batches, 'Pass at least one batch')
  if (accuracy) checkAccuracy(accuracy)
  return { ...options, method, perChannel, reduceRange, skip }
}

function checkAccuracy({ batches, maxLoss, maxExcluded = 0 }: AccuracyOptions): void {
  const answers = batches.reduce((sum, { labels }) => sum + labels.length, 0)
  if (answers === 0) throw invalid('accuracy.batches', batches, 'Pass pictures with their labels')
  if (!(maxLoss >= 0 && maxLoss <= 1)) throw invalid('accuracy.maxLoss', maxLoss, 'Pass a share from 0 to 1')
  if (!Number.isInteger(maxExcluded) || maxExcluded < 0) {
    throw invalid('accuracy.maxExcluded', maxExcluded, 'Pass a whole number, 0 or more')
  }
}
