// Predictions in, numbers to compare out.
import type { Classifier, Prediction } from '@stylelens/core'
import { near } from './expectations'

/** All scores in the order of the labels; predictions must be those of `topK: null`. */
export function scoresOf(predictions: readonly Prediction[]): number[] {
  return [...predictions].sort((one, other) => one.index - other.index).map(({ score }) => score)
}

/** Two answers with the same labels in the same order, and scores within the tolerance. */
export function sameAnswer(
  actual: readonly Prediction[],
  expected: readonly Prediction[],
  tolerance: number,
  what: string,
): void {
  near(actual.map(({ score }) => score), expected.map(({ score }) => score), tolerance, `the scores of ${what}`)
  // Neighbours closer than the tolerance may change places.
  near([actual[0].index], [expected[0].index], isTie(expected, tolerance) ? Infinity : 0, `the best index of ${what}`)
}

function isTie(predictions: readonly Prediction[], tolerance: number): boolean {
  return predictions.length > 1 && predictions[0].score - predictions[1].score <= 2 * tolerance
}

/** What the model sees of a picture, [28 * 28]. */
export async function inputOf(classifier: Classifier<unknown>, picture: unknown): Promise<Uint8Array> {
  const { input } = await classifier.classifyDetailed(picture)
  return Uint8Array.from(input.data)
}
