// Answers in; the bins of a calibration diagram, the expected calibration error with its interval and the Brier score out.
import { createRandomSource, drawInteger, type RandomSource } from '../dataset/random-source'
import { byConfidence, readAnswers, type Answer } from './answers'

export interface CalibrationBin {
  readonly pictures: number
  /** Mean confidence of its pictures, 0..1. */
  readonly confidence: number
  /** Share of right answers among them. */
  readonly accuracy: number
}

/** Bins that hold equally many pictures, least confident first (Nguyen & O'Connor 2015). */
export function calibrationBins(answers: readonly Answer[], bins = 15): CalibrationBin[] {
  const sorted = [...answers].sort(byConfidence)
  const edge = (bin: number) => Math.floor((bin * sorted.length) / bins)
  const groups = Array.from({ length: bins }, (_, bin) => sorted.slice(edge(bin), edge(bin + 1)))
  const filled = groups.filter(({ length }) => length > 0) // fewer pictures than bins leave some empty
  return filled.map((members) => {
    const mean = (value: (answer: Answer) => number) =>
      members.reduce((sum, member) => sum + value(member), 0) / members.length
    return {
      pictures: members.length,
      confidence: mean(({ confidence }) => confidence),
      accuracy: mean(({ right }) => Number(right)),
    }
  })
}

/** Mean distance between confidence and accuracy, over the pictures. */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const total = bins.reduce((sum, { pictures }) => sum + pictures, 0)
  const distances = bins.map(({ pictures, confidence, accuracy }) => pictures * Math.abs(confidence - accuracy))
  return distances.reduce((sum, distance) => sum + distance, 0) / total
}

/** The same of calibrated probabilities, [N * classes], and true labels, [N]. */
export function expectedCalibrationError(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  bins = 15,
): number {
  return calibrationError(calibrationBins(readAnswers(probabilities, labels, classes), bins))
}

/**
 * 95 % percentile interval of the calibration error over `rounds` resamples of the pictures (Efron 1979). A perfectly
 * calibrated model has an error above zero too: the interval says how much of it may be chance.
 */
export function calibrationErrorInterval(
  answers: readonly Answer[],
  seed = 1,
  rounds = 1000,
  bins = 15,
): [number, number] {
  const random = createRandomSource(seed)
  const sorted = [...answers].sort(byConfidence) // once: a resample only says how often each of them counts
  const errors = Float64Array.from({ length: rounds }, () => resampledError(sorted, random, bins)).sort()
  return [errors[Math.floor(0.025 * rounds)], errors[Math.ceil(0.975 * rounds) - 1]]
}

function resampledError(sorted: readonly Answer[], random: RandomSource, bins: number): number {
  const count = sorted.length
  const times = new Uint16Array(count)
  for (let draw = 0; draw < count; draw++) times[drawInteger(random, count)] += 1
  const surplus = new Float64Array(bins) // of confidence over right answers
  let bin = 0
  let seen = 0
  sorted.forEach(({ confidence, right }, place) => {
    for (let time = 0; time < times[place]; time++, seen++) {
      while (seen >= Math.floor(((bin + 1) * count) / bins)) bin++
      surplus[bin] += confidence - Number(right)
    }
  })
  return surplus.reduce((sum, value) => sum + Math.abs(value), 0) / count
}

/** Mean squared distance between the probabilities and the truth (Brier 1950): 0 is perfect, 2 is the worst. */
export function brierScore(probabilities: ArrayLike<number>, labels: ArrayLike<number>, classes: number): number {
  let sum = 0
  for (let row = 0; row < labels.length; row++) {
    for (let label = 0; label < classes; label++) {
      sum += (probabilities[row * classes + label] - Number(label === labels[row])) ** 2
    }
  }
  return sum / labels.length
}
