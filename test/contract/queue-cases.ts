// A subject in; proof that overlapping calls are joined without harm, refused in time, and survive a new provider, out.
import type { Classifier, Prediction } from '@stylelens/core'
import { check, equal, rejectsWith } from './expectations'
import type { TypedError } from './expectations'
import { drawnPixels } from './drawn-pixels'
import { sameAnswer } from './scores'
import type { ContractCase, Subject } from './subject'

const pictures = Array.from({ length: 24 }, (_, index) => drawnPixels(30 + index, 40, index + 1))

/** All at once; each is what it is alone. */
async function overlap(subject: Subject, classifier: Classifier<unknown>): Promise<void> {
  const together = await Promise.all(pictures.map((picture) => classifier.classify(picture)))
  for (const [index, picture] of pictures.entries()) {
    sameAnswer(together[index], await classifier.classify(picture), subject.fixtures.batchTolerance, `call ${index}`)
  }
}

export const queueCases: readonly ContractCase[] = [
  { name: 'overlap: calls of every kind at once, with bad ones and aborted ones among them', run: mixedCalls },
  ...[{ maxSize: 1 }, { maxSize: 5 }, { maxSize: 4, maxDelay: 3 }].map((batching): ContractCase => ({
    name: `batching: ${JSON.stringify(batching)} changes no answer`,
    run: (subject) => subject.withClassifier({ batching }, async (classifier) => {
      await overlap(subject, classifier)
      equal((await classifier.classify(pictures)).length, pictures.length, 'The number of answers to a list')
    }),
  })),
  {
    name: 'batching: beyond maxQueue a call is refused at once, and there is room again later',
    run: (subject) => subject.withClassifier({ batching: { maxQueue: 2 } }, async (classifier) => {
      const settled = await Promise.allSettled(pictures.map((picture) => classifier.classify(picture)))
      const refused = settled.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
      const isSome = refused.length > 0 && refused.length < pictures.length
      check(isSome, `${refused.length} calls of ${pictures.length} were refused; some must be, and not all.`)
      for (const { reason } of refused) {
        const { code, message } = reason as TypedError
        equal(code, 'queue-full', 'The code')
        check(message.includes('batching.maxQueue'), `The message must name the option: "${message}"`)
      }
      equal((await classifier.classify(pictures)).length, pictures.length, 'The number of answers to a list')
    }),
  },
  {
    name: 'setExecutionProviders: a live classifier changes its provider, and no overlapping call is lost',
    run: (subject) => subject.withClassifier({}, async (classifier) => {
      const { executionProvider } = subject.fixtures
      const before = overlap(subject, classifier)
      const change = classifier.setExecutionProviders([executionProvider as 'wasm'])
      const after = overlap(subject, classifier)
      await Promise.all([before, change, after])
      subject.proved(classifier)
      equal(classifier.backend.requested, [executionProvider], 'The requested providers')
      await overlap(subject, classifier)
    }),
  },
  {
    name: 'setExecutionProviders: where the new one cannot be had it rejects, and the old one goes on',
    run: (subject) => subject.withClassifier({}, async (classifier) => {
      const { absentProvider } = subject.fixtures
      const change = () => classifier.setExecutionProviders(absentProvider as 'wasm')
      const rejected = rejectsWith('provider-failed', change, 'the change')
      const [{ message }] = await Promise.all([rejected, overlap(subject, classifier)])
      check(message.includes(absentProvider), `The message must name ${absentProvider}: "${message}"`)
      subject.proved(classifier)
      const wrong = () => classifier.setExecutionProviders('abacus' as 'wasm')
      await rejectsWith('option-invalid', wrong, 'a provider that does not exist')
    }),
  },
]

async function mixedCalls(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const controller = new AbortController()
  const { signal } = controller
  const broken = subject.bytes('sample-shirt.png').subarray(0, 200)
  const failing = [
    rejectsWith('image-corrupt', () => classifier.classify(broken), 'a broken picture'),
    rejectsWith('aborted', () => classifier.classify(pictures[3], { signal }), 'an aborted call'),
    rejectsWith('input-type', () => classifier.embed(null), 'no picture'),
    rejectsWith('aborted', () => classifier.classify(pictures, { signal }), 'an aborted list'),
  ]
  const good: Promise<Prediction[]>[] = pictures.map((picture, index) => index % 3 === 0
    ? classifier.classifyDetailed(picture).then(({ predictions }) => predictions)
    : classifier.classify(picture))
  const list = classifier.classify(pictures.slice(0, 6))
  const embeddings = classifier.embed(pictures.slice(0, 3))
  controller.abort()
  const answers = await Promise.all(good)
  await Promise.all(failing)
  equal((await embeddings).length, 3, 'The number of embeddings')
  for (const [index, picture] of pictures.entries()) {
    const alone = await classifier.classify(picture)
    sameAnswer(answers[index], alone, subject.fixtures.batchTolerance, `call ${index}`)
    const inList = (await list)[index]
    if (inList) sameAnswer(inList, alone, subject.fixtures.batchTolerance, `picture ${index} of the list`)
  }
}
