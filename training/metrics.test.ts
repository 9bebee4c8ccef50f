// The figures of a report against values worked out by hand and by independent formulas.
import { describe, expect, it } from 'vitest'
import { expectedCalibrationError } from './evaluation/calibration'
import {
  argmaxRow,
  countCorrect,
  negativeLogLikelihood,
  softmaxRows,
  wilsonInterval,
} from './metrics'

describe('softmaxRows', () => {
  it('gives rows that sum to one, with huge logits too', () => {
    const rows = softmaxRows([1000, 1001, 0, 0], 2)
    expect(rows[0] + rows[1]).toBeCloseTo(1, 12)
    expect(rows[1]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12)
    expect(rows[2]).toBe(0.5)
  })
  it('divides by the temperature', () => {
    expect(softmaxRows([2, 0], 2, 2)[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12)
  })
})

it('takes the first of equal values', () => {
  expect(argmaxRow([0, 3, 3, 5, 1, 5], 3, 0)).toBe(1)
  expect(argmaxRow([0, 3, 3, 5, 1, 5], 3, 1)).toBe(0)
  expect(countCorrect([0, 3, 3, 5, 1, 5], [1, 2], 3)).toBe(1)
})

it('measures the likelihood in nats', () => {
  expect(negativeLogLikelihood([0.5, 0.5, 0.1, 0.9], [0, 1], 2)).toBeCloseTo((Math.log(2) - Math.log(0.9)) / 2, 12)
})

// Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
it.each([
  [81, 263, 0.2553, 0.3662],
  [0, 20, 0, 0.1611],
  [9500, 10000, 0.9456, 0.9541],
])('Wilson interval of %i in %i', (correct, count, low, high) => {
  const [lower, upper] = wilsonInterval(correct, count)
  expect(lower).toBeCloseTo(low, 4)
  expect(upper).toBeCloseTo(high, 4)
})

describe('expectedCalibrationError', () => {
  const twoClasses = (confidences: number[]) => confidences.flatMap((confidence) => [confidence, 1 - confidence])
  it('is zero where confidence is accuracy in every bin', () => {
    expect(expectedCalibrationError(twoClasses([0.75, 0.75, 0.75, 0.75]), [0, 0, 0, 1], 2, 1)).toBeCloseTo(0, 12)
  })
  it('is the distance where a single bin is overconfident', () => {
    expect(expectedCalibrationError(twoClasses([0.9, 0.9]), [0, 1], 2, 1)).toBeCloseTo(0.4, 12)
  })
  it('does not let bins cancel each other', () => {
    // The less sure half is always right (0.6 against 1), the surer half always wrong (0.9 against 0).
    expect(expectedCalibrationError(twoClasses([0.6, 0.6, 0.9, 0.9]), [0, 0, 1, 1], 2, 2)).toBeCloseTo(
      (0.4 + 0.9) / 2,
      12,
    )
  })
  it('uses every picture where bins cannot be equal', () => {
    expect(expectedCalibrationError(twoClasses([0.6, 0.7, 0.8]), [0, 0, 0], 2, 2)).toBeCloseTo(
      (0.4 + 0.3 + 0.2) / 3,
      12,
    )
  })
})
