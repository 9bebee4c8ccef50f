// Runs with and without a change in: differences over the same pictures and seeds, the better ones first.
import { expect, it } from 'vitest'
import { ablationTable } from './ablation-table'
import type { TrainingRecord } from './history'
import { packLosses } from './picture-losses'

const record = (id: string, seed: number, accuracy: number, losses: number[]) =>
  ({
    recipe: { id, seed, epochs: 1 },
    history: [{ epoch: 1 }],
    validationAccuracy: accuracy,
    validationLosses: packLosses(losses),
  }) as unknown as TrainingRecord

it('is empty without a run to compare with', () => {
  expect(ablationTable([record('a-1-without-flip', 1, 0.9, [1, 2])])).toBe('')
  expect(ablationTable([record('a-1-without-flip', 1, 0.9, [1, 2]), record('a-1', 2, 0.9, [1, 2])])).toBe('')
})

it('takes means over seeds and pictures, and the error over pictures', () => {
  const table = ablationTable([
    record('a-1', 1, 0.9, [1, 1]),
    record('a-1', 2, 0.9, [1, 1]),
    record('a-1-without-flip', 1, 0.8, [2, 1]),
    record('a-1-without-flip', 2, 0.7, [3, 2]),
    record('a-1-with-cutout', 1, 0.95, [0.5, 0.5]),
  ])
  expect(table.split('\n').slice(2)).toEqual([
    '| with-cutout | 1 | 1 | 95.00 %, 90.00 % | -0.5000 ± 0.0000 |',
    // differences of the pictures, mean over the seeds: 1.5 and 0.5
    '| without-flip | 1 | 1, 2 | 75.00 %, 90.00 % | +1.0000 ± 0.5000 |',
  ])
})
