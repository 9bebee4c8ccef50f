// Checks the arithmetic between measured speeds and printed ratios.
import { expect, it } from 'vitest'
import { standingCells, summarizeTraining, type Contestant, type Round } from './summarize-training'
import type { TrainingAnswer } from './training-task'

const answer = (imagesPerSecond: number, loss = 1): TrainingAnswer => ({
  imagesPerSecond,
  imagesPerProcessorSecond: 1000 + imagesPerSecond,
  loss,
  bytes: 300 * 2 ** 20,
  software: 'a library',
})

const round = (stock: number, ours: number, loss = 1): Round =>
  new Map<Contestant, TrainingAnswer>([['stock', answer(stock)], ['ours', answer(ours, loss)]])

it('takes the ratio within each round, so that a machine that slows down does not change it', () => {
  const [stock, ours] = summarizeTraining([round(100, 300), round(50, 150), round(10, 30)], ['stock', 'ours'])
  expect(stock).toMatchObject({ imagesPerSecond: 50, ratio: 1, quartiles: [1, 1] })
  expect(ours).toMatchObject({ imagesPerSecond: 150, ratio: 3, quartiles: [3, 3], megabytes: 300 })
})

it('compares with the first contestant, whichever it is', () => {
  const [, stock] = summarizeTraining([round(100, 300)], ['ours', 'stock'])
  expect(stock.ratio).toBeCloseTo(1 / 3)
})

it('prints speed, ratio and spread', () => {
  const [stock, ours] = summarizeTraining([round(100, 200), round(100, 300), round(100, 250)], ['stock', 'ours'])
  expect(standingCells(stock)).toEqual(['tfjs-node, `model.fit`', '100', '1.00', '1.00 to 1.00', '1.00', '300'])
  expect(standingCells(ours)).toEqual(['this project', '250', '2.50', '2.25 to 2.75', '1.14', '300'])
})

it.each([
  ['a loss that is no number', [round(100, 200, Number.NaN)], ['stock', 'ours'] as const, /loss of 'ours' is NaN/],
  ['a round without a contestant', [round(100, 200)], ['stock', 'keras'] as const, /no answer of 'keras'/],
])('refuses %s', (_, rounds, contestants, message) => {
  expect(() => summarizeTraining(rounds, contestants)).toThrow(message)
})
