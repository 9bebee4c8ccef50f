// Runs with and without a change in: differences over the same pictures and seeds, the better ones first.
import { expect, it } from 'vitest'
import { ablationTable } from './ablation-table'
import type { TrainingRecord } from './history'
import { packLosses } from './picture-losses'

const record = (id: string, seed: number, accuracy: number, losses: number[], epochs = 1, distillation?: object) =>
  ({
    recipe: { id, seed, epochs, distillation },
    history: Array.from({ length: epochs }, (_, epoch) => ({ epoch: epoch + 1 })),
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

it('compares runs that saw as many pictures, in whatever number of epochs', () => {
  const table = ablationTable([
    record('a-2', 1, 0.9, [1, 1], 3, {}),
    record('a-2', 1, 0.8, [4, 4], 5, {}),
    record('a-2-focused', 1, 0.95, [0.5, 0.5], 5, { focus: { hardest: 0.4, every: 3 } }),
  ])
  expect(table.split('\n').slice(2)).toEqual(['| focused | 3 | 1 | 95.00 %, 90.00 % | -0.5000 ± 0.0000 |'])
})
