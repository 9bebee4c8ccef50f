// Answers in; what is answered and what goes to a review pile, for every error rate that a user may set, out.
import type { Answer } from './answers'
import { areaUnderRiskCoverage, coverageAt, coverageCurve, type CoveragePoint } from './coverage'

export interface ReviewChoice extends CoveragePoint {
  /** The share of wrong answers that was asked for; `error` is what is then found. */
  readonly allowedError: number
  readonly answered: number
  readonly wrong: number
  /** Pictures that a person looks at. */
  readonly review: number
}

export interface ReviewFigures {
  readonly areaUnderRiskCoverage: number
  /** Of all numbers of answered pictures, some two hundred. */
  readonly curve: readonly CoveragePoint[]
  /** One for each allowed error, from a tenth of a percent up to that of answering everything. */
  readonly choices: readonly ReviewChoice[]
}

const curvePoints = 200
const errorStep = 0.001

export function reviewFigures(answers: readonly Answer[]): ReviewFigures {
  const curve = coverageCurve(answers)
  const stride = Math.ceil(curve.length / curvePoints)
  const steps = Math.ceil(curve[curve.length - 1].error / errorStep)
  const allowed = Array.from({ length: steps }, (_, step) => Math.round((step + 1) * errorStep * 1e4) / 1e4)
  return {
    areaUnderRiskCoverage: areaUnderRiskCoverage(curve),
    curve: curve.filter((_, index) => index % stride === stride - 1 || index === curve.length - 1),
    choices: allowed.flatMap((allowedError) => choose(curve, allowedError)),
  }
}

/** None where even the surest answer is wrong. */
function choose(curve: readonly CoveragePoint[], allowedError: number): ReviewChoice[] {
  const point = coverageAt(curve, allowedError)
  if (point === null) return []
  const answered = Math.round(point.coverage * curve.length)
  const wrong = Math.round(point.error * answered)
  return [{ allowedError, ...point, answered, wrong, review: curve.length - answered }]
}
