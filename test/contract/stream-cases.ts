// A subject in; proof of classifyStream out: order, errors, bounds, and how it ends.
import type { Classifier, StreamAnswer, StreamOptions, StreamSource } from '@stylelens/core'
import { check, equal, rejectsWith, same } from './expectations'
import { drawnPixels } from './drawn-pixels'
import { sameAnswer } from './scores'
import type { ContractCase, Subject } from './subject'

const drawn = Array.from({ length: 12 }, (_, index) => drawnPixels(30 + index, 40, index + 1))

async function collect(
  classifier: Classifier<unknown>,
  source: StreamSource<unknown>,
  options?: StreamOptions,
): Promise<StreamAnswer[]> {
  const answers: StreamAnswer[] = []
  for await (const answer of classifier.classifyStream(source, options)) answers.push(answer)
  return answers
}

/** Counts how far it was read and how often it was ended. */
function counted(pictures: readonly unknown[]) {
  const counts = { read: 0, returns: 0 }
  async function* read(): AsyncGenerator<unknown> {
    try {
      for (const picture of pictures) {
        counts.read++
        yield picture
      }
    } finally {
      counts.returns++
    }
  }
  return { counts, source: read() }
}

export const streamCases: readonly ContractCase[] = [
  {
    name: 'stream: lists, iterables and async iterables give every answer in order, as alone',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const pictures = [subject.bytes('sample-dress.png'), ...drawn, subject.bytes('sample-bag.png')]
      const alone = []
      for (const picture of pictures) alone.push(await classifier.classify(picture))
      for (const source of [pictures, new Set<unknown>(pictures), counted(pictures).source]) {
        const answers = await collect(classifier, source)
        equal(answers.map(({ index }) => index), pictures.map((_, index) => index), 'The numbers')
        for (const { index, predictions = [] } of answers) {
          sameAnswer(predictions, alone[index], subject.fixtures.batchTolerance, `picture ${index}`)
        }
      }
      equal(await collect(classifier, []), [], 'The answers to nothing')
    },
  },
  {
    name: 'stream: a picture that fails gives its error in its place, and the stream goes on',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const broken = subject.bytes('sample-shirt.png').subarray(0, 200)
      const answers = await collect(classifier, [drawn[0], broken, null, drawn[1]], { topK: 2 })
      const codes = answers.map(({ error }) => error?.code ?? 'none')
      equal(codes, ['none', 'image-corrupt', 'input-type', 'none'], 'The codes')
      equal(answers.map(({ predictions }) => predictions?.length ?? 0), [2, 0, 0, 2], 'The numbers of predictions')
    },
  },
  { name: 'stream: reads nothing before the first step, and no further ahead than its bound', run: staysInBounds },
  {
    name: 'stream: leaving the loop ends the source, and the classifier goes on',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const { counts, source } = counted([...drawn, ...drawn])
      for await (const { index } of classifier.classifyStream(source, { concurrency: 2 })) if (index === 3) break
      equal(counts.returns, 1, 'How often the source was ended')
      check(counts.read < 24, 'The source must not be read to its end.')
      equal((await classifier.classify(drawn[0])).length, 5, 'The number of predictions afterwards')
    },
  },
  { name: 'stream: an abort ends it with its reason, also while it waits for its source', run: aborts },
  {
    name: 'stream: wrong sources and options are refused at the first step',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const first = (source: unknown, options: object = {}) =>
        classifier.classifyStream(source as unknown[], options).next()
      for (const source of ['pictures', null, drawn[0], subject.bytes('sample-bag.png')]) {
        await rejectsWith('input-type', () => first(source), 'a source that is none')
      }
      await rejectsWith('option-unknown', () => first(drawn, { fps: 3 }), 'an unknown option')
      await rejectsWith('option-invalid', () => first(drawn, { concurrency: 0 }), 'no concurrency')
      await rejectsWith('option-invalid', () => first(drawn, { dropFrames: 'yes' }), 'dropFrames that is no boolean')
      await rejectsWith('label-unknown', () => first(drawn, { labelDenylist: ['Toga'] }), 'an unknown label')
    },
  },
  {
    name: 'stream: the error of its source comes after the answers to what it gave',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const cause = new Error('the disk is gone')
      async function* failing(): AsyncGenerator<unknown> {
        yield* drawn.slice(0, 2)
        throw cause
      }
      const stream = classifier.classifyStream(failing())
      for (const expected of [0, 1]) equal((await stream.next()).value?.index, expected, 'The number')
      same((await rejectsWith('image-unreadable', () => stream.next(), 'the next step')).cause, cause, 'The cause')
    },
  },
]

async function staysInBounds(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const { counts, source } = counted([...drawn, ...drawn, ...drawn])
  const stream = classifier.classifyStream(source, { concurrency: 3 })
  await classifier.classify(drawn[0])
  equal(counts.read, 0, 'The pictures read before the first step')
  for (let taken = 1; taken <= 36; taken++) {
    const { value } = await stream.next()
    equal(value?.index, taken - 1, 'The number')
    check(counts.read <= taken + 6, `${counts.read} pictures were read when ${taken} answers had been taken.`)
  }
  equal((await stream.next()).done, true, 'Whether it is at its end')
}

async function aborts(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const reason = { why: 'the camera was turned off' }
  const controller = new AbortController()
  async function* endless(): AsyncGenerator<unknown> {
    yield drawn[0]
    await new Promise(() => undefined)
  }
  const stream = classifier.classifyStream(endless(), { signal: controller.signal })
  equal((await stream.next()).value?.index, 0, 'The number of the first')
  const ended = rejectsWith('aborted', () => stream.next(), 'the next step')
  controller.abort(reason)
  same((await ended).cause, reason, 'The cause')
  const before = () => classifier.classifyStream(drawn, { signal: AbortSignal.abort(reason) }).next()
  same((await rejectsWith('aborted', before, 'a stream aborted before')).cause, reason, 'The cause')
}
