// Probabilities and labels in, the labels with their scores out, the likeliest first.
import { ClassifierError } from '../classifier-error'
import { describeValue } from '../describe-value'
import type { Prediction } from '../prediction'

export interface RankOptions {
  /** How many at most; null, or more than there are: all. */
  readonly topK: number | null
  /** Scores below it are left out; 0 keeps all probabilities, -Infinity all scores. */
  readonly scoreThreshold: number
  /** Labels that may be returned; undefined: all. Scores stay as they are. */
  readonly allowed?: ReadonlySet<string> | undefined
}

/**
 * Equal scores keep the order of their labels.
 * @param probabilities 0..1, or whatever else the labels are scored by, one a label, [labels.length]
 * @throws `run-failed` where a score is no finite number, or the number of them is not that of the labels.
 */
export function rankPredictions(
  probabilities: Float32Array,
  labels: readonly string[],
  { topK, scoreThreshold, allowed }: RankOptions,
): Prediction[] {
  checkProbabilities(probabilities, labels)
  return labels
    .map((label, index) => ({ label, score: probabilities[index], index }))
    .filter(({ label, score }) => score >= scoreThreshold && (allowed === undefined || allowed.has(label)))
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .slice(0, topK ?? labels.length)
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
