// Options of single calls and models with and without an embedding in; the answers that they make out.
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakePicture, FakeRuntime } from '../test/fake-runtime'
import { sampleManifest } from '../test/sample-manifest'
import type { Classifier } from './classifier'
import { createClassifier } from './create-classifier'
import type { EmbedOptions } from './options/classify-options'

let runtime: FakeRuntime
let classifier: Classifier<FakePicture>

beforeEach(async () => {
  runtime = fakeRuntime()
  classifier = await createClassifier(runtime)
})

const sigmoidOfTen = 1 / (1 + Math.exp(-10))

describe('labels', () => {
  it('of the allowlist alone are returned, with their scores as they are', async () => {
    const answer = await classifier.classify({ shade: 2 }, { labelAllowlist: ['shirt', 'bag'] })
    expect(answer).toEqual([{ label: 'bag', score: 0, index: 0 }, { label: 'shirt', score: 0, index: 3 }])
  })

  it('of the denylist are left out, before the first few are taken', async () => {
    const [best] = await classifier.classify({ shade: 2 }, { labelDenylist: ['dress'], topK: 1 })
    expect(best).toEqual({ label: 'bag', score: 0, index: 0 })
    const { predictions } = await classifier.classifyDetailed({ shade: 2 }, { labelDenylist: ['bag', 'coat'] })
    expect(predictions.map(({ label }) => label)).toEqual(['dress', 'shirt'])
  })

  it('that are unknown are refused before any work, for lists too', async () => {
    const options = { labelDenylist: ['boot'] }
    for (const call of [
      () => classifier.classify({ shade: 1 }, options),
      () => classifier.classify([], options),
      () => classifier.classifyDetailed({ shade: 1 }, options),
    ]) await expect(call()).rejects.toMatchObject({ code: 'label-unknown' })
    expect(runtime.decodeOptions).toEqual([])
  })
})

describe('functionToApply', () => {
  it.each([
    ['softmax', [1, 0, 0, 0]],
    ['sigmoid', [sigmoidOfTen, 0.5, 0.5, 0.5]],
    ['none', [10, 0, 0, 0]],
  ] as const)('%s', async (functionToApply, scores) => {
    const options = { functionToApply, topK: null }
    const one = await classifier.classify({ shade: 1 }, options)
    expect(one[0].label).toBe('coat')
    one.forEach(({ score }, place) => expect(score).toBeCloseTo(scores[place], 6))
    expect(await classifier.classify([{ shade: 1 }], options)).toEqual([one])
    const { predictions, logits } = await classifier.classifyDetailed({ shade: 1 }, options)
    expect(predictions).toEqual(one)
    expect(Array.from(logits)).toEqual([0, 10, 0, 0])
  })

  it('none keeps logits below 0, unless a threshold says otherwise', async () => {
    runtime.spoil = (outputs) => ({
      ...outputs, logits: { data: Float32Array.of(-4, 3, -2, -9), dims: [1, 4] },
    })
    const none = { functionToApply: 'none' } as const
    expect((await classifier.classify({ shade: 1 }, none)).map(({ score }) => score)).toEqual([3, -2, -4, -9])
    const some = await classifier.classify({ shade: 1 }, { ...none, scoreThreshold: -4 })
    expect(some.map(({ score }) => score)).toEqual([3, -2, -4])
  })
})

describe('region', () => {
  // The left half is of shade 1, the right half of shade 2.
  const data = Uint8Array.from({ length: 56 * 28 }, (_, index) => index % 56 < 28 ? 1 : 2)
  const halves = { data, width: 56, height: 28 }
  const left = { left: 0, top: 0, width: 0.5, height: 1 }
  const right = { left: 0.5, top: 0, width: 0.5, height: 1 }

  it.each([[left, 'coat'], [right, 'dress']])('%j', async (region, label) => {
    expect((await classifier.classify(halves, { region }))[0].label).toBe(label)
    const [[first], [second]] = await classifier.classify([halves, halves], { region })
    expect([first.label, second.label]).toEqual([label, label])
    const detailed = await classifier.classifyDetailed(halves, { region })
    expect(detailed.predictions[0].label).toBe(label)
    expect(detailed.input).toMatchObject({ width: 28, height: 28 })
    expect(await classifier.embed(halves, { region })).toHaveLength(2)
  })

  it('without it the whole picture is taken, which is of another size here', async () => {
    await expect(classifier.classify(halves)).rejects.toMatchObject({ code: 'pixels-invalid' })
  })
})

describe('embed', () => {
  it('answers one picture with its values, and a list with a list', async () => {
    const one = await classifier.embed({ shade: 1 })
    expect(one).toBeInstanceOf(Float32Array)
    expect(Array.from(one)).toEqual([0.5, 0.5])
    const many = await classifier.embed([{ shade: 1 }, { shade: 2 }, { shade: 3 }])
    expect(many.map((embedding) => Array.from(embedding))).toEqual([[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]])
    expect(new Set(many.map(({ buffer }) => buffer)).size).toBe(3)
    expect(await classifier.embed([])).toEqual([])
  })

  it('takes the length that the model gives where the manifest names none', async () => {
    const { embeddingSize: _, ...manifest } = sampleManifest()
    runtime.manifest = manifest
    const other = await createClassifier(runtime)
    expect((await other.embed([{ shade: 1 }, { shade: 2 }])).map(({ length }) => length)).toEqual([2, 2])
    runtime.spoil = (outputs) => ({ ...outputs, embedding: { data: new Float32Array(5), dims: [5] } })
    await expect(other.embed([{ shade: 1 }, { shade: 2 }])).rejects.toMatchObject({ code: 'model-invalid' })
  })

  it('rejects with embedding-missing where the model has none, before any work', async () => {
    runtime.manifest = sampleManifest({ outputs: { logits: 'logits', probabilities: 'probabilities' } })
    const plain = await createClassifier(runtime)
    await expect(plain.embed({ shade: 1 })).rejects.toMatchObject({ code: 'embedding-missing' })
    await expect(plain.embed([])).rejects.toMatchObject({ code: 'embedding-missing' })
    expect(runtime.decodeOptions).toEqual([])
  })

  it('refuses options of classify, pictures that are none, an aborted signal and a disposed classifier', async () => {
    const wrong = { topK: 1 } as EmbedOptions
    await expect(classifier.embed({ shade: 1 }, wrong)).rejects.toMatchObject({ code: 'option-unknown' })
    const broken = [{ shade: 1 }, null as unknown as FakePicture]
    await expect(classifier.embed(broken)).rejects.toMatchObject({ code: 'input-type', index: 1 })
    const aborted = classifier.embed({ shade: 1 }, { signal: AbortSignal.abort() })
    await expect(aborted).rejects.toMatchObject({ code: 'aborted' })
    await classifier.dispose()
    await expect(classifier.embed({ shade: 1 })).rejects.toMatchObject({ code: 'disposed' })
  })
})
