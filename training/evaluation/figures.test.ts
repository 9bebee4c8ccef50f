// Every figure of the evaluation on sets small enough to be worked out by hand.
import { expect, it } from 'vitest'
import { readAnswers } from './answers'
import { brierScore, calibrationBins, calibrationError, calibrationErrorInterval, expectedCalibrationError } from './calibration'
import { classFigures, meanFigures } from './class-figures'
import { accuracyOf, confusionMatrix, groupedMatrix } from './confusion-matrix'
import { areaUnderRiskCoverage, coverageAt, coverageCurve } from './coverage'
import { mcNemar } from './mc-nemar'

// three classes, five pictures: right, right, wrong (2 for 1), right, wrong (0 for 2)
const labels = [0, 1, 1, 2, 2]
const probabilities = [0.9, 0.1, 0, 0.2, 0.7, 0.1, 0.1, 0.3, 0.6, 0.1, 0.1, 0.8, 0.5, 0.1, 0.4]
const answers = readAnswers(probabilities, labels, 3)
const matrix = confusionMatrix(answers, 3)

it('counts confusions, by class and by group', () => {
  expect(matrix).toEqual([
    [1, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
  ])
  expect(accuracyOf(matrix)).toBe(3 / 5)
  expect(groupedMatrix(matrix, [0, 1, 1])).toEqual([
    [1, 0],
    [1, 3],
  ])
})

it('gives precision, recall and F1 of each class and their means', () => {
  const figures = classFigures(matrix)
  expect(figures).toEqual([
    { precision: 1 / 2, recall: 1, f1: 2 / 3, support: 1 },
    { precision: 1, recall: 1 / 2, f1: 2 / 3, support: 2 },
    { precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, support: 2 },
  ])
  const { macro, weighted } = meanFigures(figures)
  expect(macro.precision).toBeCloseTo(2 / 3, 12)
  expect(weighted.recall).toBeCloseTo(3 / 5, 12)
  expect(weighted.f1).toBeCloseTo((2 / 3 + 4 / 3 + 1) / 5, 12)
  expect(classFigures([[2, 0], [0, 0]])[1]).toEqual({ precision: null, recall: null, f1: null, support: 0 })
})

it('bins by confidence, equally many each, and agrees with the error of the reports', () => {
  const bins = calibrationBins(answers, 2) // 0.5, 0.6 | 0.7, 0.8, 0.9
  expect(bins.map(({ pictures, accuracy }) => [pictures, accuracy])).toEqual([
    [2, 0],
    [3, 1],
  ])
  expect(bins[0].confidence).toBeCloseTo(0.55, 12)
  expect(calibrationError(bins)).toBeCloseTo((2 * 0.55 + 3 * 0.2) / 5, 12)
  expect(calibrationError(bins)).toBeCloseTo(expectedCalibrationError(probabilities, labels, 3, 2), 12)
})

it('gives an interval of the calibration error that is the same at every run', () => {
  const many = Array.from({ length: 300 }, (_, row) => ({
    ...answers[0],
    row,
    confidence: 0.5 + (row % 50) / 100,
    right: (row * 37) % 100 < 50 + (row % 50),
  }))
  const [low, high] = calibrationErrorInterval(many, 1, 200)
  expect(calibrationErrorInterval(many, 1, 200)).toEqual([low, high])
  expect(low).toBeLessThan(high)
  expect(calibrationErrorInterval(many, 2, 200)).not.toEqual([low, high])
})

it('resamples into the bins of the calibration error: of equal answers every resample is the set itself', () => {
  const equal = answers.map(() => ({ ...answers[0], confidence: 0.75 }))
  const error = calibrationError(calibrationBins(equal, 2))
  expect(error).toBeCloseTo(0.25, 12)
  expect(calibrationErrorInterval(equal, 1, 20, 2)).toEqual([error, error])
  const [low, high] = calibrationErrorInterval(answers, 1, 500, 2)
  const own = calibrationError(calibrationBins(answers, 2))
  expect(low).toBeLessThan(own)
  expect(high).toBeGreaterThan(own)
})

it('gives the Brier score', () => {
  const rows = [0.01 + 0.01, 0.04 + 0.09 + 0.01, 0.01 + 0.49 + 0.36, 0.01 + 0.01 + 0.04, 0.25 + 0.01 + 0.36]
  expect(brierScore(probabilities, labels, 3)).toBeCloseTo(rows.reduce((sum, row) => sum + row) / 5, 12)
})

it('draws coverage against error and finds what may be answered at an error', () => {
  const curve = coverageCurve(answers) // 0.9 right, 0.8 right, 0.7 right, 0.6 wrong, 0.5 wrong
  expect(curve.map(({ error }) => error)).toEqual([0, 0, 0, 1 / 4, 2 / 5])
  expect(areaUnderRiskCoverage(curve)).toBeCloseTo((1 / 4 + 2 / 5) / 5, 12)
  expect(coverageAt(curve, 0.01)).toEqual({ coverage: 3 / 5, error: 0, threshold: 0.7 })
  expect(coverageAt(curve, 0.3)?.coverage).toBe(4 / 5)
  expect(coverageAt(coverageCurve([{ ...answers[2] }]), 0.5)).toBeNull()
})

it.each([
  // 1 against 5: 2 * (C(6,0) + C(6,1)) / 64
  [1, 5, (2 * 7) / 64],
  [3, 3, 1],
  [0, 0, 1],
  [0, 10, 2 / 1024],
])('compares two models by the exact McNemar test: %i against %i', (onlyFirst, onlySecond, p) => {
  const first = [...Array<boolean>(onlyFirst).fill(true), ...Array<boolean>(onlySecond).fill(false), true, false]
  const second = [...Array<boolean>(onlyFirst).fill(false), ...Array<boolean>(onlySecond).fill(true), true, false]
  const result = mcNemar(first, second)
  expect(result).toMatchObject({ onlyFirst, onlySecond })
  expect(result.p).toBeCloseTo(p, 12)
})
