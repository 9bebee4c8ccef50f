// Probabilities of the test pictures and their true labels in; their figures, also without near-duplicates, out.
import { evaluateProbabilities, accuracyAmong, rounded } from './evaluate-probabilities'
import { readAnswers } from './evaluation/answers'
import { mcNemar } from './evaluation/mc-nemar'
import { argmaxRow } from './metrics'
import type { PreviousComparison, TestEvaluation } from './report'
import type { TestAnswers } from './test-answers'

export interface TestPictures {
  /** True classes, [N]. */
  readonly labels: ArrayLike<number>
  /** Rows of those that have a near-duplicate among the training pictures. */
  readonly nearDuplicates: ReadonlySet<number>
}

export function evaluateTest(
  probabilities: ArrayLike<number>,
  { labels, nearDuplicates }: TestPictures,
  previous?: TestAnswers,
): TestEvaluation {
  const answers = readAnswers(probabilities, labels, 10)
  return {
    ...evaluateProbabilities(probabilities, labels),
    withoutNearDuplicates: accuracyAmong(answers.filter(({ row }) => !nearDuplicates.has(row))),
    ...(previous && { againstPrevious: compareWith(previous, answers.map(({ right }) => right), labels) }),
  }
}

/** The answers alone, one digit a picture: no label can be read from them. */
export const answerDigits = (probabilities: ArrayLike<number>): string =>
  Array.from({ length: probabilities.length / 10 }, (_, row) => argmaxRow(probabilities, 10, row)).join('')

function compareWith(
  { sha256, recipe, answers }: TestAnswers,
  right: readonly boolean[],
  labels: ArrayLike<number>,
): PreviousComparison {
  const { onlyFirst, onlySecond, p } = mcNemar(right, Array.from(answers, (digit, row) => Number(digit) === labels[row]))
  return { sha256, recipe, onlyThis: onlyFirst, onlyPrevious: onlySecond, p: rounded(p) }
}
