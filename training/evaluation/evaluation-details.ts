// Calibrated probabilities and true labels in; every figure of an evaluation, as it stands in the report's JSON, out.
import { labels } from '../dataset/labels'
import { parentOfClass, parents } from '../dataset/parents'
import { evaluateProbabilities } from '../evaluate-probabilities'
import { wilsonInterval } from '../metrics'
import type { Evaluation } from '../report'
import { readAnswers } from './answers'
import { calibrationBins, type CalibrationBin } from './calibration'
import { classFigures, meanFigures, type ClassFigures, type MeanFigures } from './class-figures'
import { accuracyOf, confusionMatrix, groupedMatrix } from './confusion-matrix'
import { reviewFigures, type ReviewFigures } from './review-figures'

export interface ClassDetails extends ClassFigures {
  readonly label: string
  /** Wilson interval of the recall, 95 %. */
  readonly recallInterval: readonly [number, number]
}

export interface ParentFigures {
  readonly labels: readonly string[]
  /** Which classes each of them holds. */
  readonly classes: readonly (readonly string[])[]
  readonly confusion: readonly (readonly number[])[]
  readonly accuracy: number
  readonly interval: readonly [number, number]
  /** Mistakes that stay inside a parent, and those that leave it. */
  readonly mistakesInside: number
  readonly mistakesAcross: number
}

export interface CalibrationFigures {
  readonly bins: readonly CalibrationBin[]
  readonly error: number
  /** Percentile interval over resamples of the pictures, 95 %. */
  readonly interval: readonly [number, number]
  readonly brierScore: number
}

export interface EvaluationDetails {
  /** The figures of report.json. */
  readonly evaluation: Evaluation
  readonly classes: readonly ClassDetails[]
  readonly means: { readonly macro: MeanFigures; readonly weighted: MeanFigures }
  /** `confusion[true label][answer]`: number of pictures. */
  readonly confusion: readonly (readonly number[])[]
  readonly parents: ParentFigures
  readonly calibration: CalibrationFigures
  readonly review: ReviewFigures
}

/** `probabilities`: [N * 10]; `trueLabels`: [N]. */
export function evaluationDetails(probabilities: ArrayLike<number>, trueLabels: ArrayLike<number>): EvaluationDetails {
  const answers = readAnswers(probabilities, trueLabels, labels.length)
  const evaluation = evaluateProbabilities(probabilities, trueLabels)
  const confusion = confusionMatrix(answers, labels.length)
  const figures = classFigures(confusion)
  return {
    evaluation,
    classes: figures.map((figure, label) => ({
      label: labels[label],
      ...figure,
      recallInterval: figure.support === 0 ? [0, 1] : wilsonInterval(confusion[label][label], figure.support),
    })),
    means: meanFigures(figures),
    confusion,
    parents: parentFigures(confusion),
    calibration: {
      bins: calibrationBins(answers),
      error: evaluation.expectedCalibrationError,
      interval: evaluation.expectedCalibrationErrorInterval,
      brierScore: evaluation.brierScore,
    },
    review: reviewFigures(answers),
  }
}

function parentFigures(confusion: readonly (readonly number[])[]): ParentFigures {
  const grouped = groupedMatrix(confusion, parentOfClass)
  const total = confusion.flat().reduce((sum, count) => sum + count, 0)
  const accuracy = accuracyOf(grouped)
  const right = Math.round(accuracy * total)
  return {
    labels: parents,
    classes: parents.map((_, parent) => labels.filter((_, label) => parentOfClass[label] === parent)),
    confusion: grouped,
    accuracy,
    interval: wilsonInterval(right, total),
    mistakesInside: right - Math.round(accuracyOf(confusion) * total),
    mistakesAcross: total - right,
  }
}
