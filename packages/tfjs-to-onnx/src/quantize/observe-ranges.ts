// A float graph, tensors of it and batches in; the range in which each tensor's numbers lie, by the method asked for, out.
import { ConversionError } from '../conversion-error'
import type { Value } from '../value'
import { joinRanges } from './byte-scale'
import type { Range } from './byte-scale'
import { entropyRange } from './entropy-range'
import type { FloatModel } from './float-model'
import { Histogram } from './histogram'
import { percentileRange } from './percentile-range'
import type { Answers, CalibrationMethod, CheckedQuantization, Feeds } from './quantization-options'
import { numbersOf, runBatches } from './run-batches'

/** Ranges by the name of the tensor. */
export type Ranges = ReadonlyMap<string, Range>

const bins: Readonly<Record<Exclude<CalibrationMethod, 'minmax'>, number>> = { percentile: 2048, entropy: 4096 }

/**
 * Two passes where a distribution is needed: bins that are laid over the whole range at once do not depend on the order
 * of the batches.
 */
export class RangeObserver {
  readonly #bytes: Uint8Array
  readonly #known = new Map<CalibrationMethod, Ranges>()

  constructor(readonly model: FloatModel, readonly tensors: readonly Value[], readonly options: CheckedQuantization) {
    this.#bytes = model.withOutputs(tensors)
  }

  /** Observed once, however often it is asked for. */
  async ranges(method: CalibrationMethod): Promise<Ranges> {
    const known = this.#known.get(method)
    if (known !== undefined) return known
    const found = method === 'minmax' ? await this.#observeExtremes() : await this.#observeDistribution(method)
    this.#known.set(method, found)
    return found
  }

  async #observeDistribution(method: Exclude<CalibrationMethod, 'minmax'>): Promise<Ranges> {
    const extremes = await this.ranges('minmax')
    const histograms = new Map([...extremes].map(([name, range]) =>
      [name, new Histogram(range, bins[method], method === 'percentile')]))
    await this.#see((name, numbers) => histograms.get(name)?.add(numbers))
    const narrow = method === 'percentile' ? percentileRange : entropyRange
    return new Map([...histograms].map(([name, histogram]) => [name, narrow(histogram)]))
  }

  async #observeExtremes(): Promise<Ranges> {
    const ranges = new Map<string, Range>()
    await this.#see((name, numbers) => {
      const range = extremesOf(name, numbers)
      const known = ranges.get(name)
      ranges.set(name, known ? joinRanges(known, range) : range)
    })
    return ranges
  }

  async #see(look: (name: string, numbers: ArrayLike<number>) => void): Promise<void> {
    const { options, tensors, model } = this
    const inputs = new Set(model.graph.inputs.map(({ name }) => name))
    const { batches } = options
    await runBatches(options, 'calibration', this.#bytes, batches, (answers, batch) => {
      for (const { name } of tensors) {
        look(name, inputs.has(name) ? fedNumbers(batches[batch], name) : numbersOf(answers, name))
      }
    })
  }
}

function fedNumbers(feeds: Feeds, name: string): ArrayLike<number> {
  const answers: Answers = feeds
  return numbersOf(answers, name)
}

function extremesOf(name: string, numbers: ArrayLike<number>): Range {
  let [min, max] = [Infinity, -Infinity]
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]
    if (!Number.isFinite(number)) {
      const message = `"${name}" is ${number} for a batch of the calibration. Check the batches and the model.`
      throw new ConversionError('calibration-failed', message, { key: name })
    }
    if (number < min) min = number
    if (number > max) max = number
  }
  return { min, max }
}
