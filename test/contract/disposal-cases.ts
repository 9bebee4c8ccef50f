// A subject in; proof of how a classifier begins and ends out: warmup, dispose, `await using`.
import { check, equal, rejectsWith } from './expectations'
import { drawnPixels } from './drawn-pixels'
import type { ContractCase, Subject } from './subject'

const picture = drawnPixels(50, 40)

export const disposalCases: readonly ContractCase[] = [
  {
    name: 'warmup: resolves with nothing, as often as it is called, and changes no answer',
    run: async (subject) => {
      const classifier = await subject.classifier()
      const before = await classifier.classify(picture)
      const results: unknown[] = await Promise.all([classifier.warmup(), classifier.warmup()])
      equal(results.map((result) => result === undefined), [true, true], 'Whether it resolves with nothing')
      equal(await classifier.classify(picture), before, 'The answer afterwards')
    },
  },
  {
    name: 'warmup: may be asked for at the making',
    run: (subject) => subject.withClassifier({ warmup: true }, async (classifier) => {
      equal((await classifier.classify(picture)).length, 5, 'The number of predictions')
    }),
  },
  { name: 'dispose: waits for the calls in flight, which are answered', run: waits },
  { name: 'dispose: may be called again, and later calls are told', run: isIdempotent },
  {
    name: 'dispose: ends one classifier and no other',
    run: async (subject) => {
      const kept = await subject.classifier()
      const before = await kept.classify(picture)
      await (await subject.create()).dispose()
      equal(await kept.classify(picture), before, 'The answer of the other classifier')
    },
  },
  {
    name: 'dispose: is what `await using` calls, where the engine has it',
    run: async (subject) => {
      const classifier = await subject.create()
      const symbol: symbol | undefined = (Symbol as { readonly asyncDispose?: symbol }).asyncDispose
      const method: unknown = symbol === undefined ? () => classifier.dispose() : Reflect.get(classifier, symbol)
      check(typeof method === 'function', 'The classifier must have a method of the name Symbol.asyncDispose.')
      await (method.call(classifier) as Promise<void>)
      await rejectsWith('disposed', () => classifier.classify(picture), 'a call afterwards')
    },
  },
]

/** The last case of all: frees what the others shared. */
export const closingCase: ContractCase = {
  name: 'dispose: the classifier that all these cases used can be freed',
  run: async (subject) => {
    const classifier = await subject.classifier()
    await subject.close()
    await rejectsWith('disposed', () => classifier.classify(picture), 'a call afterwards')
  },
}

async function waits(subject: Subject): Promise<void> {
  const classifier = await subject.create()
  const order: string[] = []
  const note = (event: string) => () => void order.push(event)
  const calls = [
    classifier.classify(picture),
    classifier.classify(subject.bytes('sample-dress.png')),
    classifier.classifyDetailed(picture).then(({ predictions }) => predictions),
  ]
  const noted = calls.map((call) => call.then(note('answered')))
  await Promise.all([...noted, classifier.dispose().then(note('disposed'))])
  equal(order, ['answered', 'answered', 'answered', 'disposed'], 'The order of events')
  equal((await Promise.all(calls)).map((answer) => answer.length), [5, 5, 5], 'The numbers of predictions')
}

async function isIdempotent(subject: Subject): Promise<void> {
  const classifier = await subject.create()
  await Promise.all([classifier.dispose(), classifier.dispose()])
  await classifier.dispose()
  await rejectsWith('disposed', () => classifier.classify(picture), 'classify')
  await rejectsWith('disposed', () => classifier.classify([]), 'classify of an empty list')
  await rejectsWith('disposed', () => classifier.classifyDetailed(picture), 'classifyDetailed')
  await rejectsWith('disposed', () => classifier.warmup(), 'warmup')
  await rejectsWith('disposed', () => classifier.embed(picture), 'embed')
  await rejectsWith('disposed', () => classifier.classifyStream([picture]).next(), 'classifyStream')
  const { executionProvider } = subject.fixtures
  const change = () => classifier.setExecutionProviders(executionProvider as 'wasm')
  await rejectsWith('disposed', change, 'a change of provider')
  equal(classifier.labels, subject.fixtures.labels, 'The labels of a disposed classifier')
}
