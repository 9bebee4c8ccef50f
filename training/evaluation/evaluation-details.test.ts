// Probabilities for few pictures in; checked are the figures of classes, parents, review pile and galleries.
import { describe, expect, it } from 'vitest'
import { accuracyAmong } from '../evaluate-probabilities'
import { readAnswers } from './answers'
import { chooseGallery } from './choose-gallery'
import { evaluationDetails } from './evaluation-details'
import { reviewFigures } from './review-figures'

// true class, answer, confidence; the rest of the probability lies on the class behind the answer
const pictures = [
  [0, 0, 0.95],
  [0, 6, 0.9],
  [6, 6, 0.7],
  [2, 3, 0.6], // a shirt for a T-shirt; a dress for a pullover
  [1, 1, 0.99],
  [5, 5, 0.8],
  [7, 5, 0.55],
  [8, 8, 0.85], // a sandal for a sneaker
] as const
const labels = pictures.map(([label]) => label)
const probabilities = pictures.flatMap(([, answer, confidence]) => {
  const row = new Array<number>(10).fill(0)
  row[answer] = confidence
  row[(answer + 1) % 10] = 1 - confidence
  return row
})
const answers = readAnswers(probabilities, labels, 10)

describe('evaluationDetails', () => {
  const details = evaluationDetails(probabilities, labels)

  it('has the figures of a report, class by class', () => {
    expect(details.evaluation).toMatchObject({ pictures: 8, correct: 5, accuracy: 5 / 8 })
    expect(details.calibration.error).toBe(details.evaluation.expectedCalibrationError)
    expect(details.classes[0]).toMatchObject({ label: 'T-shirt/top', precision: 1, recall: 1 / 2, support: 2 })
    expect(details.classes[9]).toMatchObject({ label: 'Ankle boot', recall: null, recallInterval: [0, 1] })
    expect(details.confusion[0][6]).toBe(1)
  })

  it('tells mistakes inside a parent from those across', () => {
    expect(details.parents).toMatchObject({ accuracy: 7 / 8, mistakesInside: 2, mistakesAcross: 1 })
    expect(details.parents.confusion[0]).toEqual([3, 1, 0, 0, 0])
  })
})

it('gives for each allowed error what is answered and what is not', () => {
  // surest first: right, right, wrong, right ...
  const { choices, curve, areaUnderRiskCoverage } = reviewFigures(answers)
  expect(curve).toHaveLength(8)
  expect(areaUnderRiskCoverage).toBeCloseTo((1 / 3 + 1 / 4 + 1 / 5 + 1 / 6 + 2 / 7 + 3 / 8) / 8, 12)
  expect(choices[0]).toEqual({
    allowedError: 0.001,
    coverage: 2 / 8,
    error: 0,
    threshold: 0.95,
    answered: 2,
    wrong: 0,
    review: 6,
  })
  expect(choices.find(({ allowedError }) => allowedError === 0.2)).toMatchObject({ answered: 6, wrong: 1, review: 2 })
  expect(choices.at(-1)).toMatchObject({ allowedError: 0.375, answered: 8, review: 0 })
  const ofMistake = reviewFigures([answers[1]]).choices // even the surest answer is wrong
  expect(ofMistake.map(({ allowedError }) => allowedError)).toEqual([1])
})

it('chooses the surest mistakes, the narrowest right answers and some of each class', () => {
  const gallery = chooseGallery(answers, 10, 2, 1, 1)
  expect(gallery.surestMistakes.map(({ row }) => row)).toEqual([1, 3])
  expect(gallery.narrowlyRight.map(({ row }) => row)).toEqual([2, 5])
  expect(gallery.surestOfClass[0].map(({ row }) => row)).toEqual([0])
  expect(gallery.mistakesOfClass[7].map(({ row }) => row)).toEqual([6])
  expect(gallery.mistakesOfClass[9]).toEqual([])
})

it('gives the accuracy of some of the pictures', () => {
  expect(accuracyAmong(answers.slice(0, 4))).toMatchObject({ pictures: 4, correct: 2, accuracy: 0.5 })
})
