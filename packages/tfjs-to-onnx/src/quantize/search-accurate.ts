// A float model and an accuracy budget in; the first quantised model within it out, or an error with both figures.
import { ConversionError } from '../conversion-error'
import type { FloatModel } from './float-model'
import { classify, compareClasses } from './measure-accuracy'
import type { Classes, QuantizationAccuracy } from './measure-accuracy'
import { calibrationMethods, defaultQuantization } from './quantization-options'
import type { AccuracyOptions, CalibrationMethod, CheckedQuantization } from './quantization-options'
import { quantizeOnce } from './quantize-once'
import type { QuantizationWish, QuantizedModel } from './quantize-once'
import { rankLayers } from './rank-layers'
import type { LayerSensitivity } from './rank-layers'

export interface QuantizationAttempt {
  readonly method: CalibrationMethod
  /** Nodes left float32 beyond those that the caller named. */
  readonly excluded: readonly string[]
  readonly accuracy: QuantizationAccuracy
}

export interface AccurateModel {
  readonly quantized: QuantizedModel
  readonly attempts: readonly QuantizationAttempt[]
  /** Empty unless layers had to be left out. */
  readonly sensitivities: readonly LayerSensitivity[]
}

interface Attempted {
  readonly attempt: QuantizationAttempt
  readonly wish: QuantizationWish
  readonly quantized: QuantizedModel
}

export type MakeWish = (method: CalibrationMethod, excluded: readonly string[]) => Promise<QuantizationWish>

/** First the method asked for, then the others, then the best of them without its most sensitive layers, one by one. */
export async function searchAccurate(
  options: CheckedQuantization,
  accuracy: AccuracyOptions,
  model: FloatModel,
  makeWish: MakeWish,
): Promise<AccurateModel> {
  const search = new Search(options, accuracy, model, makeWish, await classify(options, model.bytes, accuracy))
  const { method } = options
  for (const next of [method, ...calibrationMethods.filter(other => other !== method)]) {
    const found = await search.attempt(next, [])
    if (found) return search.result(found, [])
  }
  const best = search.best()
  const sensitivities = await rankLayers(options, model, best.wish)
  const { maxExcluded = defaultQuantization.maxExcluded } = accuracy
  const most = Math.min(maxExcluded, sensitivities.length - 1)
  for (let count = 1; count <= most; count++) {
    const excluded = sensitivities.slice(0, count).map(({ node }) => node)
    const found = await search.attempt(best.attempt.method, excluded)
    if (found) return search.result(found, sensitivities)
  }
  throw search.failure()
}

class Search {
  readonly #attempted: Attempted[] = []

  constructor(
    readonly options: CheckedQuantization,
    readonly accuracy: AccuracyOptions,
    readonly model: FloatModel,
    readonly makeWish: MakeWish,
    readonly float32: Classes,
  ) {}

  /** The model where it is accurate enough. */
  async attempt(method: CalibrationMethod, excluded: readonly string[]): Promise<QuantizedModel | undefined> {
    const wish = await this.makeWish(method, excluded)
    const quantized = quantizeOnce(this.model, wish)
    const int8 = await classify(this.options, quantized.bytes, this.accuracy)
    const accuracy = compareClasses(this.accuracy, this.float32, int8)
    this.#attempted.push({ attempt: { method, excluded, accuracy }, wish, quantized })
    return accuracy.loss <= this.accuracy.maxLoss ? quantized : undefined
  }

  best(): Attempted {
    const lossOf = ({ attempt }: Attempted) => attempt.accuracy.loss
    return this.#attempted.reduce((best, next) => lossOf(next) < lossOf(best) ? next : best)
  }

  result(quantized: QuantizedModel, sensitivities: readonly LayerSensitivity[]): AccurateModel {
    return { quantized, sensitivities, attempts: this.#attempted.map(({ attempt }) => attempt) }
  }

  failure(): ConversionError {
    const { method, excluded, accuracy } = this.best().attempt
    const { float32, int8, loss, samples } = accuracy
    const without = excluded.length > 0 ? ` without ${excluded.join(', ')}` : ''
    const message = `float32 answers ${percent(float32)} of ${samples} pictures right and int8 ${percent(int8)}, at best `
      + `(${method}${without}): a loss of ${percent(loss)}, where maxLoss is ${percent(this.accuracy.maxLoss)}. `
      + `${this.#attempted.length} ways were tried. Pass more or better batches, skip nodes, or use weights: 'int8'.`
    return new ConversionError('accuracy-lost', message, { key: 'accuracy.maxLoss' })
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
