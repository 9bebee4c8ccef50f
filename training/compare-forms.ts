// Probabilities of the fp32 form and of a smaller one for the same pictures in; whether the smaller one may be shipped out.
import { argmaxRow, countCorrect } from './metrics'

export interface FormDifference {
  /** Accuracy of fp32 minus that of the form: below 0 where the form is right more often. */
  readonly accuracyLoss: number
  /** Share of the pictures whose most probable class differs. */
  readonly changedAnswers: number
}

/** What a smaller form may cost, on the validation pictures. */
export const formLimits = { accuracyLoss: 0.001, changedAnswers: 0.005 } as const

/** Both [N * classes]; `labels`: [N]. */
export function compareForms(
  whole: ArrayLike<number>,
  small: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): FormDifference {
  const count = labels.length
  const rows = Array.from({ length: count }, (_, row) => row)
  const changed = rows.filter((row) => argmaxRow(whole, classes, row) !== argmaxRow(small, classes, row)).length
  const lost = countCorrect(whole, labels, classes) - countCorrect(small, labels, classes)
  return { accuracyLoss: lost / count, changedAnswers: changed / count }
}

/** Undefined where the form may be shipped, else the reason against it. */
export function reasonAgainst({ accuracyLoss, changedAnswers }: FormDifference): string | undefined {
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`
  if (accuracyLoss > formLimits.accuracyLoss) {
    return `it loses ${percent(accuracyLoss)} of accuracy; ${percent(formLimits.accuracyLoss)} is allowed`
  }
  if (changedAnswers > formLimits.changedAnswers) {
    return `it changes ${percent(changedAnswers)} of the answers; ${percent(formLimits.changedAnswers)} is allowed`
  }
  return undefined
}
