// Probabilities and true labels in; for each picture its answer, its confidence and whether it is right, out.
import { argmaxRow } from '../metrics'

export interface Answer {
  /** Which picture of the set. */
  readonly row: number
  readonly label: number
  readonly answer: number
  /** Probability of the answer, 0..1. */
  readonly confidence: number
  readonly right: boolean
}

/** `probabilities`: [N * classes]; `labels`: [N]. */
export function readAnswers(probabilities: ArrayLike<number>, labels: ArrayLike<number>, classes: number): Answer[] {
  return Array.from({ length: labels.length }, (_, row) => {
    const answer = argmaxRow(probabilities, classes, row)
    const confidence = probabilities[row * classes + answer]
    return { row, label: labels[row], answer, confidence, right: answer === labels[row] }
  })
}

/** Least confident first; equals by their position. */
export const byConfidence = (a: Answer, b: Answer): number => a.confidence - b.confidence || a.row - b.row
