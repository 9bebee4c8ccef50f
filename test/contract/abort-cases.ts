// A subject in; proof that an aborted call ends with the right error, alone and at once, out.
import { equal, rejectsWith, same } from './expectations'
import { drawnPixels } from './drawn-pixels'
import { sameAnswer } from './scores'
import type { ContractCase, Subject } from './subject'

const picture = drawnPixels(60, 60)
const reason = { why: 'the page was left' }

export const abortCases: readonly ContractCase[] = [
  { name: 'abort: a signal that is aborted already stops every kind of call', run: abortedBefore },
  {
    name: 'abort: without a reason the cause is the one that the platform makes',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const controller = new AbortController()
      controller.abort()
      const call = () => classifier.classify(picture, { signal: controller.signal })
      const { cause } = await rejectsWith('aborted', call, 'the call')
      same(cause, controller.signal.reason, 'The cause')
    },
  },
  { name: 'abort: a call that waits among others ends, and the others are answered', run: abortedInQueue },
  {
    name: 'abort: a list of pictures ends, and the classifier goes on',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const controller = new AbortController()
      const pictures = Array.from({ length: 140 }, (_, index) => drawnPixels(40, 40, index))
      const call = () => classifier.classify(pictures, { signal: controller.signal })
      const ended = rejectsWith('aborted', call, 'the batch')
      await Promise.resolve()
      controller.abort(reason)
      const error = await ended
      same(error.cause, reason, 'The cause')
      equal('index' in error, false, 'Whether there is an index')
      equal((await classifier.classify(picture)).length, 5, 'The number of predictions afterwards')
    },
  },
  {
    name: 'abort: an encoded picture that is being decoded is given up',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const controller = new AbortController()
      const call = () => classifier.classify(subject.bytes('large.png'), { signal: controller.signal })
      const ended = rejectsWith('aborted', call, 'the call')
      await Promise.resolve()
      controller.abort(reason)
      same((await ended).cause, reason, 'The cause')
    },
  },
  {
    name: 'abort: one after the answer changes nothing',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const controller = new AbortController()
      const answer = await classifier.classify(picture, { signal: controller.signal })
      controller.abort(reason)
      equal(await classifier.classify(picture), answer, 'The answer of the next call')
    },
  },
  {
    name: 'abort: the making of a classifier is stopped too',
    run: async (subject) => {
      const create = () => subject.create({ signal: AbortSignal.abort(reason) })
      same((await rejectsWith('aborted', create, 'creation')).cause, reason, 'The cause')
    },
  },
]

async function abortedBefore(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const options = { signal: AbortSignal.abort(reason) }
  const calls = {
    'one picture': () => classifier.classify(picture, options),
    'a list': () => classifier.classify([picture, picture], options),
    'an empty list': () => classifier.classify([], options),
    'a detailed call': () => classifier.classifyDetailed(picture, options),
  }
  for (const [what, call] of Object.entries(calls)) {
    same((await rejectsWith('aborted', call, what)).cause, reason, `The cause of ${what}`)
  }
}

async function abortedInQueue(subject: Subject): Promise<void> {
  const classifier = await subject.classifier()
  const alone = await classifier.classify(picture)
  const controller = new AbortController()
  const before = [classifier.classify(picture), classifier.classify(picture)]
  const call = () => classifier.classify(picture, { signal: controller.signal })
  const ended = rejectsWith('aborted', call, 'the call in the middle')
  const after = [classifier.classify(picture), classifier.classify(picture)]
  controller.abort(reason)
  same((await ended).cause, reason, 'The cause')
  for (const answer of await Promise.all([...before, ...after])) {
    sameAnswer(answer, alone, subject.fixtures.batchTolerance, 'another call')
  }
}
