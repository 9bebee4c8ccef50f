// Answers in, how often each true class was answered as each class out.
import type { Answer } from './answers'

/** `matrix[true label][answer]`: number of pictures. */
export function confusionMatrix(answers: readonly Answer[], classes: number): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
  for (const { label, answer } of answers) matrix[label][answer] += 1
  return matrix
}

/** The same matrix for groups of classes: `groupOf[class]` is the number of its group. */
export function groupedMatrix(matrix: readonly (readonly number[])[], groupOf: readonly number[]): number[][] {
  const size = Math.max(...groupOf) + 1
  const grouped = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  matrix.forEach((row, label) => row.forEach((count, answer) => (grouped[groupOf[label]][groupOf[answer]] += count)))
  return grouped
}

/** Share of the diagonal. */
export function accuracyOf(matrix: readonly (readonly number[])[]): number {
  const total = matrix.flat().reduce((sum, count) => sum + count, 0)
  return matrix.reduce((sum, row, label) => sum + row[label], 0) / total
}
