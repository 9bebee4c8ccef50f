// Reports of one recipe from several seeds: one record, its choice by validation, its mean and deviation.
import { expect, it } from 'vitest'
import type { ModelReport } from './report'
import { chooseSeed, collectSeeds, meanAndDeviation } from './seed-record'

const report = (recipe: string, seed: number, negativeLogLikelihood: number, accuracy: number) =>
  ({
    ...{ model: 'a-model', recipe, sha256: `${recipe}${seed}`, trainedOn: { epochs: 3, seed } },
    validation: { accuracy: 0.9, negativeLogLikelihood },
    test: { accuracy, correct: 1 },
  }) as unknown as ModelReport

it('keeps the seeds of each recipe together, and chooses by the validation pictures', () => {
  const records = collectSeeds([report('b', 2, 0.3, 0.91), report('a', 1, 0.5, 0.8), report('b', 1, 0.2, 0.9)])
  expect(records.map(({ recipe, seeds }) => [recipe, seeds.map(({ seed }) => seed)])).toEqual([['a', [1]], ['b', [1, 2]]])
  expect(chooseSeed(records[1])).toEqual({
    ...{ seed: 1, sha256: 'b1', validation: { accuracy: 0.9, negativeLogLikelihood: 0.2 }, test: { accuracy: 0.9 } },
  })
})

it('takes the deviation of a sample', () => {
  expect(meanAndDeviation([2, 4, 6])).toEqual({ mean: 4, deviation: 2 })
  expect(meanAndDeviation([5])).toEqual({ mean: 5, deviation: 0 })
})
