// A subject in; proof of the form of its predictions out: how many, in which order, what they sum to.
import type { Classifier, Prediction } from '@stylelens/core'
import { check, equal, near } from './expectations'
import { drawnPixels } from './drawn-pixels'
import type { ContractCase, Subject } from './subject'

const picture = drawnPixels(60, 80)
const seeds = [1, 2, 3, 4, 5, 6]

async function all(subject: Subject): Promise<{ classifier: Classifier<unknown>; full: Prediction[] }> {
  const classifier = await subject.classifier()
  return { classifier, full: await classifier.classify(picture, { topK: null }) }
}

export const predictionCases: readonly ContractCase[] = [
  {
    name: 'topK: five where none is given, or undefined',
    run: async (subject) => {
      const { classifier, full } = await all(subject)
      equal(await classifier.classify(picture), full.slice(0, 5), 'The answer without options')
      equal(await classifier.classify(picture, {}), full.slice(0, 5), 'The answer with empty options')
      equal(await classifier.classify(picture, { topK: undefined }), full.slice(0, 5), 'The answer of undefined')
    },
  },
  {
    name: 'topK: null gives all labels, and so does more than there are',
    run: async (subject) => {
      const { classifier, full } = await all(subject)
      equal(full.length, subject.fixtures.labels.length, 'The number of predictions')
      equal(await classifier.classify(picture, { topK: 99 }), full, 'The answer of topK 99')
    },
  },
  {
    name: 'topK: the first of all, however many',
    run: async (subject) => {
      const { classifier, full } = await all(subject)
      for (const topK of [1, 3, 10]) {
        equal(await classifier.classify(picture, { topK }), full.slice(0, topK), `The answer of topK ${topK}`)
      }
    },
  },
  {
    name: 'scoreThreshold: keeps the scores that reach it, and none below',
    run: async (subject) => {
      const { classifier, full } = await all(subject)
      for (const scoreThreshold of [full[0].score, full[2].score, full[9].score, 0]) {
        const reached = full.filter(({ score }) => score >= scoreThreshold)
        const kept = await classifier.classify(picture, { topK: null, scoreThreshold })
        equal(kept, reached, `The answer of scoreThreshold ${scoreThreshold}`)
      }
    },
  },
  {
    name: 'scoreThreshold: what nothing reaches gives an empty list',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const pictures = seeds.map((seed) => drawnPixels(50, 50, seed))
      const best = (await classifier.classify(pictures, { topK: 1 })).map(([{ score }]) => score)
      // A model may be wholly sure of some of them, but hardly of all.
      const unsure = best.indexOf(Math.min(...best))
      check(best[unsure] < 1, 'The model must be unsure of one of the drawn pictures for this case.')
      const scoreThreshold = (1 + best[unsure]) / 2
      equal(await classifier.classify(pictures[unsure], { scoreThreshold }), [], 'The answer')
    },
  },
  {
    name: 'topK and scoreThreshold: hold together, and for each picture of a list',
    run: async (subject) => {
      const { classifier, full } = await all(subject)
      const scoreThreshold = full[3].score
      const expected = full.filter(({ score }) => score >= scoreThreshold).slice(0, 2)
      equal(await classifier.classify(picture, { topK: 2, scoreThreshold }), expected, 'The answer')
      const lists = await classifier.classify([picture, drawnPixels(30, 30)], { topK: 2 })
      equal(lists.map((list) => list.length), [2, 2], 'The numbers of predictions')
    },
  },
  { name: 'predictions: sorted, ties by index, each label once, probabilities that sum to 1', run: wellFormed },
]

async function wellFormed(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const answers = await classifier.classify(seeds.map((seed) => drawnPixels(50, 50, seed)), { topK: null })
  for (const [number, answer] of answers.entries()) {
    equal(answer.map(({ label }) => label), answer.map(({ index }) => classifier.labels[index]), 'The labels')
    const indices = answer.map(({ index }) => index).sort((one, other) => one - other)
    equal(indices, classifier.labels.map((_, index) => index), 'The indices')
    check(answer.every(({ score }) => score >= 0 && score <= 1), `A score of answer ${number} is out of 0..1.`)
    near([answer.reduce((sum, { score }) => sum + score, 0)], [1], 1e-5, 'the sum of the scores')
    check(answer.every(isInOrder), `Answer ${number} is not sorted: ${JSON.stringify(answer)}`)
  }
}

function isInOrder({ score, index }: Prediction, position: number, answer: readonly Prediction[]): boolean {
  if (position === 0) return true
  const before = answer[position - 1]
  return before.score > score || (before.score === score && before.index < index)
}
