// Made-up records in; which runs stand in which cell of the table, checked.
import { expect, it } from 'vitest'
import { adaptRecipe, type RecipeChanges } from './adapt-recipe'
import { recipes } from './config'
import { fractionTables } from './fraction-table'
import type { EpochRecord, TrainingRecord } from './history'
import { varyRecipe, type RecipeVariation } from './vary-recipe'

const epoch = (accuracy: number): EpochRecord => ({
  epoch: 1, loss: 1, learningRate: 0, imagesPerSecond: 1, validationAccuracy: accuracy, validationLoss: 1,
})
const record = (accuracy: number, changes: RecipeVariation & RecipeChanges, epochs = 1): TrainingRecord => ({
  recipe: varyRecipe(adaptRecipe(recipes['fashion-nano'], { ...changes, epochs }), changes),
  backend: '',
  backendReason: '',
  history: [epoch(accuracy)],
})

it('puts the mean of the seeds of each share beside that without regularisation, smallest share first', () => {
  const tables = fractionTables([
    record(0.94, {}),
    record(0.8, { fraction: 0.1, seed: 1 }),
    record(0.82, { fraction: 0.1, seed: 2 }),
    record(0.7, { fraction: 0.1, regularisation: false }),
    record(0.5, { fraction: 0.01 }),
    record(0.1, { fraction: 0.03 }, 5), // broken off after one of five epochs
  ])
  expect(tables.split('\n')).toEqual([
    '| fashion-nano-1: labelled pictures | regularised | not regularised |',
    '|---|---|---|',
    '| 1 % | 50.00 % | not run |',
    '| 10 % | 81.00 % (2 seeds) | 70.00 % |',
    '| 100 % | 94.00 % | not run |',
  ])
})

it('is empty where no run had a share of the pictures', () => {
  expect(fractionTables([record(0.94, {})])).toBe('')
})
