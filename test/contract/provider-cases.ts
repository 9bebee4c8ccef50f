// A subject in; proof of what runs out: the provider, the report about it, the labels and the manifest.
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
