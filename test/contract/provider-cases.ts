// A subject in; proof of what runs out: the provider, the report about it, the labels and the manifest.
import type { FallbackEvent, LoadProgress } from '@stylelens/core'
import { check, equal, rejectsWith } from './expectations'
import type { ContractCase, Subject } from './subject'
import { drawnPixels } from './drawn-pixels'

export const providerCases: readonly ContractCase[] = [
  {
    name: 'provider: it is the one of this row, whole and at once',
    run: async (subject) => {
      const { backend } = subject.proved(await subject.classifier())
      equal(backend.requested, [subject.fixtures.executionProvider], 'The requested providers')
    },
  },
  {
    name: 'provider: the report names the runtime, its version, threads and thread',
    run: async (subject) => {
      const { runtime, runtimeVersion, threads, offThread } = (await subject.classifier()).backend
      check(['onnxruntime-node', 'onnxruntime-web'].includes(runtime), `The runtime must be known; it is ${runtime}.`)
      check(/^\d+\.\d+\.\d+/.test(runtimeVersion), `The version must be a version; it is "${runtimeVersion}".`)
      check(Number.isInteger(threads) && threads >= 1, `Threads must be a whole number from 1 on; it is ${threads}.`)
      equal(typeof offThread, 'boolean', 'The type of offThread')
    },
  },
  { name: 'provider: one that cannot be had is refused with its reason if it alone is asked for', run: refusesAbsent },
  { name: 'provider: one that cannot be had is passed over, and the report says so', run: passesOver },
  { name: 'provider: onFallback hears of each that is left, and may throw', run: tellsOfFallback },
  { name: 'provider: with strict nothing is fallen back to, and the reason is told', run: strictRefuses },
  { name: 'provider: strict takes the provider of this row', run: strictTakes },
  { name: 'provider: onProgress hears of the session and the warm-up, and may throw', run: tellsOfProgress },
  { name: 'provider: auto is one of those that this runtime has', run: autoRuns },
  {
    name: 'labels: the ten of Fashion-MNIST in their order, in the classifier and in its manifest',
    run: async (subject) => {
      const { labels, manifest } = await subject.classifier()
      equal(labels, subject.fixtures.labels, 'The labels')
      equal(manifest.labels, subject.fixtures.labels, 'The labels of the manifest')
    },
  },
  {
    name: 'manifest: that of the model that was asked for, with the facts that the pipeline goes by',
    run: async (subject) => {
      const { manifest } = await subject.classifier()
      equal(manifest.name, subject.fixtures.model, 'The name of the model')
      const { width, height, channels, layout, polarity } = manifest.input
      equal([width, height, channels, layout, polarity], [28, 28, 1, 'NHWC', 'bright-on-black'], 'The input')
      check(/^[0-9a-f]{64}$/i.test(manifest.sha256), `The SHA-256 must be one; it is "${manifest.sha256}".`)
    },
  },
]

async function refusesAbsent(subject: Subject): Promise<void> {
  const { absentProvider } = subject.fixtures
  const create = () => subject.create({ executionProviders: absentProvider })
  const { message, cause } = await rejectsWith('provider-failed', create, `asking for ${absentProvider} alone`)
  check(message.includes(absentProvider), `The message must name ${absentProvider}: "${message}"`)
  check(cause instanceof Error, 'The first failure must be the cause.')
}

async function passesOver(subject: Subject): Promise<void> {
  const { absentProvider, executionProvider } = subject.fixtures
  const classifier = await subject.create({ executionProviders: [absentProvider, executionProvider] })
  try {
    const { backend } = classifier
    equal(backend.executionProvider, executionProvider, 'The execution provider')
    equal(backend.requested, [absentProvider, executionProvider], 'The requested providers')
    equal(backend.fellBackFrom.map((failure) => failure.executionProvider), [absentProvider], 'What it fell back from')
    check(backend.fellBackFrom.every(({ code, message }) => code !== '' && message !== ''), 'The failure has a reason.')
    equal((await classifier.classify(drawnPixels(40, 40))).length, 5, 'The number of predictions')
  } finally {
    await classifier.dispose()
  }
}

async function tellsOfFallback(subject: Subject): Promise<void> {
  const { absentProvider, executionProvider } = subject.fixtures
  const heard: unknown[] = []
  const onFallback = ({ from, to, reason }: FallbackEvent): void => {
    heard.push([from, to, reason.code === classifierCode(reason)])
    throw new Error('from the listener')
  }
  const classifier = await subject.create({ executionProviders: [absentProvider, executionProvider], onFallback })
  await classifier.dispose()
  equal(heard, [[absentProvider, executionProvider, true]], 'What onFallback heard')
}

/** Where the reason is an error of the SDK, its code closes its message. */
function classifierCode(reason: Error): string | undefined {
  return /\[([a-z-]+)\]$/.exec(reason.message)?.[1]
}

async function strictRefuses(subject: Subject): Promise<void> {
  const { absentProvider, executionProvider } = subject.fixtures
  const heard: unknown[] = []
  const options = { executionProviders: [absentProvider, executionProvider], strict: true }
  const create = () => subject.create({ ...options, onFallback: (event: FallbackEvent) => heard.push(event.from) })
  const { message, cause } = await rejectsWith('provider-failed', create, `strictly asking for ${absentProvider}`)
  const isNamed = message.includes(`- ${absentProvider}: `)
  check(isNamed, `The message must give the reason of ${absentProvider}: "${message}"`)
  check(cause instanceof Error && message.includes(cause.message), 'The reason must be the cause.')
  equal(heard, [], 'What onFallback heard')
}

async function strictTakes(subject: Subject): Promise<void> {
  await subject.withClassifier({ strict: true }, async (classifier) => {
    equal((await classifier.classify(drawnPixels(40, 40))).length, 5, 'The number of predictions')
  })
}

async function tellsOfProgress(subject: Subject): Promise<void> {
  const heard: string[] = []
  const onProgress = ({ phase, loaded, total }: LoadProgress): void => {
    if (phase === 'session' || phase === 'warmup') heard.push(`${phase} ${loaded}/${total}`)
    throw new Error('from the listener')
  }
  await subject.withClassifier({ warmup: true, onProgress }, async () => {
    equal(heard, ['session 0/1', 'session 1/1', 'warmup 0/1', 'warmup 1/1'], 'What onProgress heard')
  })
}

async function autoRuns(subject: Subject): Promise<void> {
  const classifier = await subject.create({ executionProviders: 'auto', threads: 'auto' })
  try {
    equal(classifier.backend.requested, ['auto'], 'The requested providers')
    check(classifier.backend.executionProvider !== 'auto', 'The report must name the provider that runs.')
    equal((await classifier.classify(drawnPixels(40, 40))).length, 5, 'The number of predictions')
  } finally {
    await classifier.dispose()
  }
}
