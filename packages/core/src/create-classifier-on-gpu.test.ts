// Classifiers on a GPU that works, miscomputes or goes away in; a warmed one, and answers on the next provider, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { sampleModel } from '../test/fake-providers'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakeRuntime } from '../test/fake-runtime'
import { sampleManifest } from '../test/sample-manifest'
import { ClassifierError } from './classifier-error'
import { createClassifier } from './create-classifier'
import type { LoadProgress } from './progress'

let runtime: FakeRuntime

beforeEach(() => { runtime = fakeRuntime() })

describe('the warm-up', () => {
  it.each<[string, boolean | undefined, number[]]>([
    ['webgpu', undefined, [1]], ['cuda', undefined, [1]], ['webgpu', false, []],
    ['cpu', undefined, []], ['wasm', undefined, []], ['cpu', true, [1]],
  ])('%s with %s runs %j', async (executionProviders, warmup, runs) => {
    await createClassifier(runtime, { executionProviders: executionProviders as 'cpu', warmup })
    expect(runtime.runs).toEqual(runs)
  })

  it('is the last phase that is heard of', async () => {
    const heard: LoadProgress['phase'][] = []
    await createClassifier(runtime, { executionProviders: 'webgpu', onProgress: ({ phase }) => heard.push(phase) })
    expect([...new Set(heard)]).toEqual(['model', 'session', 'warmup'])
  })
})

describe('the warm-up at a change of the provider', () => {
  it.each<[string, boolean | undefined, number[]]>([
    ['webgpu', undefined, [1]], ['webgpu', false, []], ['wasm', undefined, []], ['wasm', true, [1, 1]],
  ])('%s with %s runs %j', async (to, warmup, runs) => {
    const classifier = await createClassifier(runtime, { executionProviders: 'cpu', warmup })
    await classifier.setExecutionProviders(to as 'cpu')
    expect(runtime.runs).toEqual(runs)
  })

  it('that fails leaves the old provider, and frees the new one', async () => {
    const classifier = await createClassifier(runtime, { executionProviders: 'cpu' })
    runtime.spoil = () => { throw new Error('out of memory') }
    await expect(classifier.setExecutionProviders(['webgpu', 'wasm'])).rejects.toMatchObject({ code: 'run-failed' })
    runtime.spoil = (outputs) => outputs
    expect(classifier.backend.executionProvider).toBe('cpu')
    expect((await classifier.classify({ shade: 1 }))[0].index).toBe(1)
    expect(runtime.releases).toBe(1)
  })
})

describe('a model that takes three pictures at a time, no more and no fewer', () => {
  it.each([1, 3, 5])('answers %i, in runs of three', async (count) => {
    const { input } = sampleModel().manifest
    runtime.manifest = sampleManifest({ input: { ...input, batch: 3 } })
    const classifier = await createClassifier(runtime, { executionProviders: 'webgpu', warmup: false })
    const pictures = Array.from({ length: count }, (_, index) => ({ shade: index % 4 }))
    const answers = await classifier.classify(pictures)
    expect(answers.map(([{ index }]) => index)).toEqual(pictures.map(({ shade }) => shade))
    expect(runtime.runs).toEqual(Array.from({ length: Math.ceil(count / 3) }, () => 3))
  })
})

describe('a model with golden vectors', () => {
  const withGolden = (logits: readonly number[]) => {
    runtime.manifest = sampleManifest({ selfTest: { file: 'golden.json', tolerance: 0.1 } })
    const { loadModel } = runtime
    const golden = { pictures: btoa('\x02'.repeat(784)), logits: { fp32: [logits] } }
    runtime.loadModel = async (model, options) => {
      const files = await loadModel(model, options)
      const readModel = async (file: string) =>
        file === 'golden.json' ? new TextEncoder().encode(JSON.stringify(golden)) : files.readModel(file)
      return { ...files, readModel }
    }
  }

  // The fake model answers a picture of shade 2 with label 2 and a logit of 10.
  it('runs where it is computed rightly', async () => {
    withGolden([0, 0, 10, 0])
    const { backend } = await createClassifier(runtime, { executionProviders: ['webgpu', 'cpu'] })
    expect(backend).toMatchObject({ executionProvider: 'webgpu', fellBackFrom: [] })
  })

  it('runs on the next provider where it is not', async () => {
    withGolden([0, 0, 7, 0])
    const { backend } = await createClassifier(runtime, { executionProviders: ['webgpu', 'cpu'] })
    expect(backend).toMatchObject({ executionProvider: 'cpu', fellBackFrom: [{ code: 'self-test' }] })
    expect(runtime.releases).toBe(1)
  })

  it('is not changed to a provider that miscomputes it', async () => {
    withGolden([0, 0, 7, 0])
    const classifier = await createClassifier(runtime, { executionProviders: 'cpu' })
    await classifier.setExecutionProviders(['webgpu', 'wasm'])
    expect(classifier.backend).toMatchObject({ executionProvider: 'wasm', fellBackFrom: [{ code: 'self-test' }] })
  })
})

describe('a device that is lost', () => {
  const loseOnce = (): void => {
    runtime.spoil = () => {
      runtime.spoil = (outputs) => outputs
      throw new ClassifierError('device-lost', 'The device is gone.')
    }
  }

  it('fails the call in flight, and the classifier goes on', async () => {
    const classifier = await createClassifier(runtime, { executionProviders: ['webgpu', 'cpu'] })
    loseOnce()
    await expect(classifier.classify({ shade: 1 })).rejects.toMatchObject({ code: 'device-lost' })
    expect((await classifier.classify({ shade: 1 }))[0].index).toBe(1)
    expect(classifier.backend).toMatchObject({
      executionProvider: 'cpu',
      fellBackFrom: [{ executionProvider: 'webgpu', code: 'device-lost' }],
    })
    await classifier.dispose()
    expect(runtime.releases).toBe(2)
  })

  it('during the warm-up is a fallback too', async () => {
    loseOnce()
    const { backend } = await createClassifier(runtime, { executionProviders: ['webgpu', 'cpu'] })
    expect(backend).toMatchObject({ executionProvider: 'cpu', fellBackFrom: [{ code: 'device-lost' }] })
  })

  it('during the warm-up of a change too', async () => {
    const classifier = await createClassifier(runtime, { executionProviders: 'cpu' })
    loseOnce()
    await classifier.setExecutionProviders(['webgpu', 'wasm'])
    expect(classifier.backend).toMatchObject({ executionProvider: 'wasm', fellBackFrom: [{ code: 'device-lost' }] })
    expect(runtime.releases).toBe(2)
  })
})
