// A subject in; proof of everything that a detailed answer holds out.
import { check, equal, near, rejectsWith } from './expectations'
import { drawnPixels } from './drawn-pixels'
import { sameAnswer, scoresOf } from './scores'
import type { ContractCase } from './subject'

const picture = drawnPixels(64, 48)

function softmax(logits: ArrayLike<number>): number[] {
  const values = Array.from(logits)
  const highest = Math.max(...values)
  const powers = values.map((logit) => Math.exp(logit - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

export const detailedCases: readonly ContractCase[] = [
  {
    name: 'detailed: the predictions are those of classify, with its options',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const { predictions } = await classifier.classifyDetailed(picture)
      const plain = await classifier.classify(picture)
      sameAnswer(predictions, plain, subject.fixtures.batchTolerance, 'the detailed answer')
      const two = await classifier.classifyDetailed(picture, { topK: 2 })
      equal(two.predictions, predictions.slice(0, 2), 'The predictions of topK 2')
    },
  },
  {
    name: 'detailed: the softmax of the logits is the scores',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const { logits, predictions } = await classifier.classifyDetailed(picture, { topK: null })
      check(logits instanceof Float32Array, 'The logits must be a Float32Array.')
      near(softmax(logits), scoresOf(predictions), 1e-5, 'the softmax of the logits')
    },
  },
  {
    name: 'detailed: the embedding has the length that the manifest names, and differs between pictures',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const { embedding } = await classifier.classifyDetailed(picture)
      const other = await classifier.classifyDetailed(drawnPixels(64, 48, 5))
      check(embedding instanceof Float32Array, 'The embedding must be a Float32Array.')
      equal(embedding.length, classifier.manifest.embeddingSize, 'The length of the embedding')
      check(embedding.every(Number.isFinite), 'Every number of the embedding must be finite.')
      check(embedding.some((value, index) => value !== other.embedding?.[index]), 'Two pictures have one embedding.')
    },
  },
  {
    name: 'detailed: the input is a grey picture of 28 x 28',
    run: async (subject) => {
      const { input } = await (await subject.classifier()).classifyDetailed(picture)
      equal([input.width, input.height, input.channels, input.data.length], [28, 28, 1, 784], 'The size of the input')
      check(input.data.some((value) => value !== input.data[0]), 'The input is of one shade.')
    },
  },
  {
    name: 'detailed: timings are milliseconds from 0 on, and the total covers the steps',
    run: async (subject) => {
      const { timings } = await (await subject.classifier()).classifyDetailed(picture)
      const { decode, preprocess, queue, run, total } = timings
      equal(Object.keys(timings).sort(), ['decode', 'preprocess', 'queue', 'run', 'total'], 'The names of the timings')
      for (const [step, time] of Object.entries(timings)) {
        check(Number.isFinite(time) && time >= 0, `The timing of ${step} must be a number from 0 on; it is ${time}.`)
      }
      check(total >= decode + preprocess + queue + run - 0.01, `The total is below the sum: ${JSON.stringify(timings)}`)
    },
  },
  {
    name: 'detailed: parent and unknown are null',
    run: async (subject) => {
      const { parent, unknown } = await (await subject.classifier()).classifyDetailed(picture)
      equal([parent, unknown], [null, null], 'parent and unknown')
    },
  },
  {
    name: 'detailed: takes one picture and no list',
    run: async (subject) => {
      const classifier = await subject.classifier()
      await rejectsWith('input-type', () => classifier.classifyDetailed([picture]), 'classifyDetailed of a list')
    },
  },
  {
    name: 'detailed: an answer keeps its numbers when the next is made',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const { logits } = await classifier.classifyDetailed(picture)
      const before = logits.slice()
      const next = await classifier.classifyDetailed(drawnPixels(64, 48, 3))
      check(next.logits.some((value, index) => value !== before[index]), 'Two pictures have the same logits.')
      near(logits, before, 0, 'the logits of the first answer')
    },
  },
]
