// Calibrated probabilities and true labels in, the figures of a report out.
import { readAnswers, type Answer } from './evaluation/answers'
import { brierScore, calibrationBins, calibrationError, calibrationErrorInterval } from './evaluation/calibration'
import { areaUnderRiskCoverage, coverageCurve } from './evaluation/coverage'
import { negativeLogLikelihood, wilsonInterval } from './metrics'
import type { Evaluation, LoggedFigures } from './report'

export const rounded = (value: number) => Math.round(value * 1e6) / 1e6

export function evaluateProbabilities(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes = 10,
): Evaluation {
  const answers = readAnswers(probabilities, labels, classes)
  const [low, high] = calibrationErrorInterval(answers)
  return {
    ...accuracyAmong(answers),
    negativeLogLikelihood: rounded(negativeLogLikelihood(probabilities, labels, classes)),
    expectedCalibrationError: rounded(calibrationError(calibrationBins(answers))),
    expectedCalibrationErrorInterval: [rounded(low), rounded(high)],
    brierScore: rounded(brierScore(probabilities, labels, classes)),
    areaUnderRiskCoverage: rounded(areaUnderRiskCoverage(coverageCurve(answers))),
  }
}

export type Accuracy = Pick<LoggedFigures, 'pictures' | 'correct' | 'accuracy' | 'interval'>

export function accuracyAmong(answers: readonly Answer[]): Accuracy {
  const correct = answers.filter(({ right }) => right).length
  const [low, high] = wilsonInterval(correct, answers.length)
  return {
    pictures: answers.length,
    correct,
    accuracy: rounded(correct / answers.length),
    interval: [rounded(low), rounded(high)],
  }
}
