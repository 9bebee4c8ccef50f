// Pictures, overlapping calls, aborts and failures in; the right answers and typed errors out, on a platform in memory.
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakePicture, FakeRuntime } from '../test/fake-runtime'
import { makeGate, settle } from '../test/gate'
import { sampleLabels, sampleManifest } from '../test/sample-manifest'
import type { Classifier } from './classifier'
import { ClassifierError } from './classifier-error'
import { createClassifier } from './create-classifier'

let runtime: FakeRuntime
let classifier: Classifier<FakePicture>

beforeEach(async () => {
  runtime = fakeRuntime()
  classifier = await createClassifier(runtime)
})

const best = (shade: number) => sampleLabels[shade % sampleLabels.length]

describe('classify', () => {
  it('answers one picture best first, with label, score and index', async () => {
    const predictions = await classifier.classify({ shade: 2 }, { topK: 2 })
    expect(predictions).toHaveLength(2)
    expect(predictions[0]).toEqual({ label: 'dress', score: 1, index: 2 })
  })

  it.each([[undefined, 4], [1, 1], [3, 3], [99, 4], [null, 4]])('topK %j gives %i predictions', async (topK, count) => {
    expect(await classifier.classify({ shade: 0 }, { topK })).toHaveLength(count)
  })

  it('leaves out what is below the threshold', async () => {
    const predictions = await classifier.classify({ shade: 3 }, { scoreThreshold: 0.5 })
    expect(predictions).toEqual([{ label: 'shirt', score: 1, index: 3 }])
  })

  it('reads raw pixels and ndarrays itself', async () => {
    const data = new Uint8Array(28 * 28).fill(1)
    const raw = await classifier.classify({ data, width: 28, height: 28 })
    const ndarray = await classifier.classify({ data, shape: [28, 28], stride: [28, 1], offset: 0 })
    expect([raw[0].label, ndarray[0].label]).toEqual(['coat', 'coat'])
    expect(runtime.decodeOptions).toEqual([])
  })

  it('hands the decoder its limits, and a signal only where there is one', async () => {
    await classifier.classify({ shade: 1 })
    const { signal } = new AbortController()
    await classifier.classify({ shade: 1 }, { signal })
    const inputs = { files: true, network: true }
    const limits = { inputs, maxBytes: 67_108_864, timeout: 30_000, maxPixels: 64_000_000 }
    expect(runtime.decodeOptions).toEqual([limits, { ...limits, signal }])
    expect(Object.keys(runtime.decodeOptions[0])).not.toContain('signal')
    expect(runtime.decodeOptions[0].inputs).not.toBe(runtime.decodeOptions[1].inputs)
  })

  it('joins overlapping calls, gives each its own answer, and never overlaps two runs', async () => {
    const shades = Array.from({ length: 40 }, (_, index) => index)
    const answers = await Promise.all(shades.map((shade) => classifier.classify({ shade }, { topK: 1 })))
    expect(answers.map(([{ label }]) => label)).toEqual(shades.map(best))
    expect(runtime.mostRuns).toBe(1)
    expect(runtime.shades).toEqual([shades.slice(0, 32), shades.slice(32)])
  })

  it.each([
    [null, 'null'], [undefined, 'undefined'], [7, '7'], [true, 'true'], [() => 1, 'a function'],
  ])('refuses %s as a picture', async (picture, words) => {
    const attempt = classifier.classify(picture as unknown as FakePicture)
    const message = expect.stringContaining(words) as string
    await expect(attempt).rejects.toMatchObject({ code: 'input-type', message })
  })

  it('refuses wrong options before any work', async () => {
    await expect(classifier.classify({ shade: 1 }, { topK: 0 })).rejects.toMatchObject({ code: 'option-invalid' })
    await expect(classifier.classify([], { topk: 1 } as object)).rejects.toMatchObject({ code: 'option-unknown' })
    expect(runtime.decodeOptions).toEqual([])
  })
})

describe('classify of many', () => {
  it('gives [] for []', async () => {
    expect(await classifier.classify([])).toEqual([])
    expect(runtime.runs).toEqual([])
  })

  it('runs 300 pictures in three runs of at most 128, in order, decoding a few at a time', async () => {
    const pictures = Array.from({ length: 300 }, (_, shade) => ({ shade: shade % 256 }))
    const answers = await classifier.classify(pictures, { topK: 1 })
    expect(answers.map(([{ label }]) => label)).toEqual(pictures.map(({ shade }) => best(shade)))
    expect(runtime.runs).toEqual([128, 128, 44])
    expect(runtime.mostDecodes).toBe(4)
  })

  it('rejects with the first failing picture, which carries its index, whichever failed first', async () => {
    const gate = makeGate()
    const ready = gate.opened.then(() => { throw new ClassifierError('image-corrupt', 'Cut short.') })
    const slow = { shade: 1, ready }
    const attempt = classifier.classify([{ shade: 0 }, slow, null as unknown as FakePicture])
    const caught = attempt.catch((error: unknown) => error)
    await settle()
    gate.open()
    expect(await caught).toMatchObject({ code: 'image-corrupt', index: 1 })
    const nested = [{ shade: 1 }, [] as unknown as FakePicture]
    await expect(classifier.classify(nested)).rejects.toMatchObject({ code: 'input-type', index: 1 })
  })

  it('counts the index over all runs', async () => {
    const pictures: FakePicture[] = Array.from({ length: 200 }, () => ({ shade: 0 }))
    pictures[150] = { shade: 0, ready: Promise.reject(new Error('broken')) }
    pictures[150].ready?.catch(() => undefined)
    const attempt = classifier.classify(pictures)
    await expect(attempt).rejects.toMatchObject({ code: 'image-unreadable', index: 150, cause: new Error('broken') })
  })

  it('lets a call that failed not poison the next', async () => {
    await expect(classifier.classify([{ shade: 1, ready: Promise.reject(new Error('x')) }])).rejects.toThrow('x')
    expect((await classifier.classify({ shade: 1 }))[0].label).toBe('coat')
  })
})

describe('classifyDetailed', () => {
  it('answers with logits, embedding, the picture as seen and timings', async () => {
    const answer = await classifier.classifyDetailed({ shade: 2 }, { topK: 1 })
    expect(answer.predictions).toEqual([{ label: 'dress', score: 1, index: 2 }])
    expect(Array.from(answer.logits)).toEqual([0, 0, 10, 0])
    expect(Array.from(answer.embedding ?? [])).toEqual([0.5, 0.5])
    expect(answer.input).toMatchObject({ width: 28, height: 28 })
    expect(answer).toMatchObject({ parent: null, unknown: null })
    const { decode, preprocess, queue, run, total } = answer.timings
    for (const duration of [decode, preprocess, queue, run]) expect(duration).toBeGreaterThan(0)
    expect(total).toBeGreaterThanOrEqual(decode + preprocess + queue + run)
  })

  it('has no embedding where the model has none', async () => {
    runtime.manifest = sampleManifest({ outputs: { logits: 'logits', probabilities: 'probabilities' } })
    const plain = await createClassifier(runtime)
    expect((await plain.classifyDetailed({ shade: 0 })).embedding).toBeNull()
  })

  it('takes one picture only', async () => {
    const attempt = classifier.classifyDetailed([{ shade: 1 }] as unknown as FakePicture)
    await expect(attempt).rejects.toMatchObject({ code: 'input-type' })
  })
})

describe('outputs that are not as the manifest says', () => {
  const wrong = { data: new Float32Array(3), dims: [1, 3] }

  it.each([
    ['missing', () => ({})],
    ['too short', () => ({ probabilities: wrong })],
    ['of another type', () => ({ probabilities: { data: [1, 0, 0, 0], dims: [1, 4] } })],
    ['nothing at all', () => undefined],
  ])('%s: model-invalid', async (_case, outputs) => {
    runtime.spoil = outputs as unknown as FakeRuntime['spoil']
    await expect(classifier.classify({ shade: 1 })).rejects.toMatchObject({ code: 'model-invalid' })
  })

  it('a wrong embedding: model-invalid', async () => {
    runtime.spoil = (outputs) => ({ ...outputs, embedding: wrong })
    await expect(classifier.classifyDetailed({ shade: 1 })).rejects.toMatchObject({ code: 'model-invalid' })
  })

  it('values that are not finite: run-failed', async () => {
    runtime.spoil = ({ probabilities: { data, dims } }) => ({ probabilities: { data: data.fill(Number.NaN), dims } })
    await expect(classifier.classify({ shade: 1 })).rejects.toMatchObject({ code: 'run-failed' })
  })

  it('a run that throws: run-failed with its cause, and the next call works', async () => {
    const cause = new Error('out of memory')
    runtime.spoil = () => { throw cause }
    await expect(classifier.classify({ shade: 1 })).rejects.toMatchObject({ code: 'run-failed', cause })
    runtime.spoil = (outputs) => outputs
    expect((await classifier.classify({ shade: 1 }))[0].label).toBe('coat')
  })
})
