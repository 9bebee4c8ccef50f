// Scores and labels in, the labels with their scores out, the highest first.
import type { Prediction } from '../prediction'

export interface RankOptions {
  /** How many at most; null, or more than there are: all. */
  readonly topK: number | null
  /** Scores below it are left out; 0 keeps all probabilities, -Infinity all scores. */
  readonly scoreThreshold: number
  /** Labels that may be returned; undefined: all. Scores stay as they are. */
  readonly allowed?: ReadonlySet<string> | undefined
}

/** Equal scores keep the order of their labels. */
export function rankScores(
  scores: Float32Array,
  labels: readonly string[],
  { topK, scoreThreshold, allowed }: RankOptions,
): Prediction[] {
  return labels
    .map((label, index) => ({ label, score: scores[index], index }))
    .filter(({ label, score }) => score >= scoreThreshold && (allowed === undefined || allowed.has(label)))
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .slice(0, topK ?? labels.length)
}
