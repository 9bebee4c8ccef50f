// Calibrated probabilities and true labels in, the figures of a report out.
import { expectedCalibrationError } from './evaluation/calibration'
import { countCorrect, negativeLogLikelihood, wilsonInterval } from './metrics'
import type { Evaluation } from './report'

const rounded = (value: number) => Math.round(value * 1e6) / 1e6

export function evaluateProbabilities(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes = 10,
): Evaluation {
  const correct = countCorrect(probabilities, labels, classes)
  const [low, high] = wilsonInterval(correct, labels.length)
  return {
    pictures: labels.length,
    correct,
    accuracy: rounded(correct / labels.length),
    interval: [rounded(low), rounded(high)],
    negativeLogLikelihood: rounded(negativeLogLikelihood(probabilities, labels, classes)),
    expectedCalibrationError: rounded(expectedCalibrationError(probabilities, labels, classes)),
  }
}
