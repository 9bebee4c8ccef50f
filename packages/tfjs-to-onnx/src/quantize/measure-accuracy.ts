// A model and labelled batches in; the class it gives each picture, and how it compares with another's, out.
import { ConversionError } from '../conversion-error'
import type { AccuracyOptions, CheckedQuantization } from './quantization-options'
import { numbersOf, runBatches } from './run-batches'

export interface QuantizationAccuracy {
  /** Pictures. */
  readonly samples: number
  /** Shares of right answers. */
  readonly float32: number
  readonly int8: number
  /** float32 - int8; below 0 where the quantised model happens to be better. */
  readonly loss: number
  /** Pictures to which the two give different classes. */
  readonly disagreements: number
}

export type Classes = readonly number[]

export async function classify(
  options: CheckedQuantization,
  model: Uint8Array,
  { batches, output }: AccuracyOptions,
): Promise<Classes> {
  const classes: number[] = []
  const inputs = batches.map(batch => batch.inputs)
  await runBatches(options, 'accuracy', model, inputs, (answers, batch) => {
    const rows = batches[batch].labels.length
    const numbers = numbersOf(answers, output)
    const width = numbers.length / rows
    const doFit = Object.values(inputs[batch]).every(({ dims }) => dims[0] === rows)
    if (!doFit || !Number.isInteger(width) || width < 2) {
      const message = `Output "${output}" gives ${numbers.length} numbers for the ${rows} labels of batch ${batch}. `
        + 'Name the output [N, classes], and pass one label for each picture.'
      throw new ConversionError('calibration-failed', message, { key: output })
    }
    for (let row = 0; row < rows; row++) classes.push(largestOf(numbers, row * width, width))
  })
  return classes
}

function largestOf(numbers: ArrayLike<number>, start: number, width: number): number {
  let best = 0
  for (let index = 1; index < width; index++) {
    if (numbers[start + index] > numbers[start + best]) best = index
  }
  return best
}

export function compareClasses({ batches }: AccuracyOptions, float32: Classes, int8: Classes): QuantizationAccuracy {
  const labels = batches.flatMap(batch => Array.from(batch.labels))
  const right = (classes: Classes) => classes.filter((index, place) => index === labels[place]).length
  const samples = labels.length
  return {
    samples,
    float32: right(float32) / samples,
    int8: right(int8) / samples,
    loss: (right(float32) - right(int8)) / samples,
    disagreements: float32.filter((index, place) => index !== int8[place]).length,
  }
}
