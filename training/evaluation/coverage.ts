// Answers in; what share can be answered at which error, when the least confident ones go to a review pile, out.
import { byConfidence, type Answer } from './answers'

export interface CoveragePoint {
  /** Share of the pictures that are answered, 0..1. */
  readonly coverage: number
  /** Share of wrong answers among them. */
  readonly error: number
  /** Confidence from which on an answer is given. */
  readonly threshold: number
}

/** One point for each number of answered pictures, from one to all, most confident first. */
export function coverageCurve(answers: readonly Answer[]): CoveragePoint[] {
  let wrong = 0
  return [...answers].sort(byConfidence).reverse().map(({ right, confidence }, index) => {
    wrong += Number(!right)
    return { coverage: (index + 1) / answers.length, error: wrong / (index + 1), threshold: confidence }
  })
}

/** Area under the risk-coverage curve: mean error over all coverages (Geifman & El-Yaniv 2017). Lower is better. */
export function areaUnderRiskCoverage(curve: readonly CoveragePoint[]): number {
  return curve.reduce((sum, { error }) => sum + error, 0) / curve.length
}

/** The largest coverage whose error is at most `error`; null where even the surest answer is wrong. */
export function coverageAt(curve: readonly CoveragePoint[], error: number): CoveragePoint | null {
  return curve.filter((point) => point.error <= error).at(-1) ?? null
}
