// Probabilities and labels in, the labels with their scores out, the likeliest first.
import { ClassifierError } from '../classifier-error'
import { describeValue } from '../describe-value'
import type { Prediction } from '../prediction'
import { rankScores } from './rank-scores'
import type { RankOptions } from './rank-scores'

/**
 * Equal scores keep the order of their labels.
 * @param probabilities 0..1, or whatever else the labels are scored by, one a label, [labels.length]
 * @throws `run-failed` where a score is no finite number, or the number of them is not that of the labels.
 */
export function rankPredictions(
  probabilities: Float32Array,
  labels: readonly string[],
  options: RankOptions,
): Prediction[] {
  checkProbabilities(probabilities, labels)
  return rankScores(probabilities, labels, options)
}

function checkProbabilities(probabilities: Float32Array, labels: readonly string[]): void {
  const { length } = probabilities
  if (length !== labels.length) {
    throw new ClassifierError('run-failed',
      `The model answered ${length} probabilities for ${labels.length} labels. Export the model again.`)
  }
  const wrong = probabilities.findIndex((score) => !Number.isFinite(score))
  if (wrong === -1) return
  const [value, label] = [describeValue(probabilities[wrong]), describeValue(labels[wrong])]
  throw new ClassifierError('run-failed',
    `The model answered ${value} as the probability of ${label}. Try another execution provider.`)
}
