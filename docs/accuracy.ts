// A measured accuracy in, as percent with its interval, the words for the tables out.
import type { Evaluation } from '../training/report'

export const notMeasured = 'not yet measured'

/** 0.9432 -> '94.32 %' */
export const percent = (share: number): string => `${(100 * share).toFixed(2)} %`

export const accuracy = (evaluation: Evaluation | undefined): string =>
  evaluation === undefined ? notMeasured : percent(evaluation.accuracy)

/** With the 95 % interval. */
export function accuracyWithInterval(evaluation: Evaluation | undefined): string {
  if (evaluation === undefined) return notMeasured
  const [low, high] = evaluation.interval
  return `${percent(evaluation.accuracy)} (${percent(low)} to ${percent(high)})`
}
