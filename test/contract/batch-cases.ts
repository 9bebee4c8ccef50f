// A subject in; proof that a list of pictures is answered as its pictures are alone out.
import type { Prediction } from '@stylelens/core'
import { equal, rejectsWith } from './expectations'
import { drawnPixels, withChannels } from './drawn-pixels'
import { sameAnswer } from './scores'
import type { ContractCase, Subject } from './subject'

const notPixels = { data: new Uint8Array(5), width: 2, height: 2 }

export const batchCases: readonly ContractCase[] = [
  {
    name: 'batch: an empty list gives an empty list',
    run: async (subject) => equal(await (await subject.classifier()).classify([]), [], 'The answer'),
  },
  {
    name: 'batch: encoded pictures, raw pixels and ndarrays in one list, each answered as alone',
    run: async (subject) => {
      const { data, width, height } = drawnPixels(31, 45)
      const view = { data, shape: [height, width], stride: [width, 1], offset: 0 }
      const encoded = subject.fixtures.pictures.slice(0, 4).map(({ source }) => source)
      await answersAsAlone(subject, [...encoded, view, withChannels(drawnPixels(28, 28, 4), 4)])
    },
  },
  {
    name: 'batch: 130 pictures in one call, in their order',
    run: async (subject) => {
      const pictures = Array.from({ length: 130 }, (_, index) => drawnPixels(28 + (index % 9), 28, index + 1))
      await answersAsAlone(subject, pictures, [0, 1, 64, 127, 128, 129])
    },
  },
  {
    name: 'batch: one picture that fails gives its index and its code, and later calls go on',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const good = drawnPixels(28, 28)
      const broken = subject.bytes('sample-shirt.png').subarray(0, 200)
      const alone = await classifier.classify(good)
      const failing = rejectsWith('image-corrupt', () => classifier.classify([good, good, broken, good]), 'the batch')
      const [error, beside] = await Promise.all([failing, classifier.classify(good)])
      equal(error.index, 2, 'The index of the failing picture')
      sameAnswer(beside, alone, subject.fixtures.batchTolerance, 'the call beside it')
      equal(await classifier.classify(good), alone, 'The answer after it')
    },
  },
  {
    name: 'batch: the index counts from the start of the list, beyond the first run too',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const pictures: unknown[] = Array.from({ length: 130 }, () => drawnPixels(28, 28))
      pictures[129] = notPixels
      const { index } = await rejectsWith('pixels-invalid', () => classifier.classify(pictures), 'the batch')
      equal(index, 129, 'The index of the failing picture')
    },
  },
  {
    name: 'batch: the error of a single picture has no index',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const error = await rejectsWith('pixels-invalid', () => classifier.classify(notPixels), 'the call')
      equal('index' in error, false, 'Whether there is an index')
    },
  },
  {
    name: 'overlap: 20 calls at once, each with its own answer',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const pictures = Array.from({ length: 20 }, (_, index) => drawnPixels(30 + index, 40, index + 1))
      const together = await Promise.all(pictures.map((picture) => classifier.classify(picture, { topK: null })))
      for (const [number, picture] of pictures.entries()) {
        const alone = await classifier.classify(picture, { topK: null })
        sameAnswer(together[number], alone, subject.fixtures.batchTolerance, `call ${number}`)
      }
    },
  },
]

async function answersAsAlone(
  subject: Subject,
  pictures: readonly unknown[],
  checked: readonly number[] = pictures.map((_, number) => number),
): Promise<void> {
  const classifier = await subject.classifier()
  const together: Prediction[][] = await classifier.classify(pictures, { topK: null })
  equal(together.length, pictures.length, 'The number of answers')
  for (const number of checked) {
    const alone = await classifier.classify(pictures[number], { topK: null })
    sameAnswer(together[number], alone, subject.fixtures.batchTolerance, `picture ${number}`)
  }
}
