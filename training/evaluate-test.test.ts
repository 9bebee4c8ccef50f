// Test figures worked out by hand: with and without near-duplicates, against the release before, and what is kept for the next.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answerDigits, evaluateTest } from './evaluate-test'
import { keepTestAnswers, readPreviousAnswers } from './test-answers'

/** Sure of these classes. */
const probabilitiesOf = (answers: readonly number[]) =>
  answers.flatMap((answer) => Array.from({ length: 10 }, (_, label) => (label === answer ? 0.91 : 0.01)))

const labels = [3, 1, 4, 1, 5]
const probabilities = probabilitiesOf([3, 1, 4, 2, 6]) // the last two are wrong

it('gives accuracy with and without near-duplicates', () => {
  const test = evaluateTest(probabilities, { labels, nearDuplicates: new Set([0, 4]) })
  expect(test).toMatchObject({ pictures: 5, correct: 3, withoutNearDuplicates: { pictures: 3, correct: 2 } })
  expect(test.withoutNearDuplicates.accuracy).toBeCloseTo(2 / 3, 6)
  expect(test.againstPrevious).toBeUndefined()
})

it('compares the answers with those of the release before', () => {
  const previous = { model: 'm', sha256: 'a', recipe: 'r-1', answers: '31115' } // wrong in the third alone
  const { againstPrevious } = evaluateTest(probabilities, { labels, nearDuplicates: new Set() }, previous)
  expect(againstPrevious).toEqual({ sha256: 'a', recipe: 'r-1', onlyThis: 1, onlyPrevious: 2, p: 1 })
})

it('keeps answers, and finds those of the release of the same model before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stylelens-answers-'))
  const file = join(folder, 'answers.jsonl')
  const release = (model: string, sha256: string) => ({ model, sha256, recipe: 'r', answers: answerDigits(probabilities) })
  const [first, other, second] = [release('m', 'a'), release('n', 'b'), release('m', 'c')]
  expect(first.answers).toBe('31426')
  expect(await readPreviousAnswers(file, first)).toBeUndefined()
  for (const answers of [first, other, first]) await keepTestAnswers(file, answers)
  expect(await readPreviousAnswers(file, second)).toEqual(first)
  await keepTestAnswers(file, second)
  expect(await readPreviousAnswers(file, second)).toEqual(first)
  expect(await readPreviousAnswers(file, first)).toBeUndefined()
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(3)
  await rm(folder, { recursive: true })
})
