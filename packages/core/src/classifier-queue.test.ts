// Overlapping calls, lists and failures in; joined runs, right answers and back-pressure out, on a platform in memory.
import { beforeEach, describe, expect, it } from 'vitest'
import { CountedAbort } from '../test/counted-abort'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakePicture, FakeRuntime } from '../test/fake-runtime'
import { makeGate, settle } from '../test/gate'
import { sampleInput, sampleLabels, sampleManifest } from '../test/sample-manifest'
import type { Classifier } from './classifier'
import type { ClassifierError } from './classifier-error'
import { createClassifier } from './create-classifier'
import type { BatchingOptions } from './options/batching-options'

let runtime: FakeRuntime

beforeEach(() => { runtime = fakeRuntime() })

const start = (batching: BatchingOptions = {}): Promise<Classifier<FakePicture>> =>
  createClassifier(runtime, { batching })
const best = (shade: number) => sampleLabels[shade % sampleLabels.length]
const many = (count: number): FakePicture[] => Array.from({ length: count }, (_, shade) => ({ shade: shade % 256 }))

describe('joined calls', () => {
  it('of every kind share a run, and each gets what it asked for', async () => {
    const classifier = await start()
    const gate = makeGate()
    const picture = (shade: number): FakePicture => ({ shade, ready: gate.opened })
    const answers = Promise.all([
      classifier.classify(picture(1), { topK: 1 }),
      classifier.classify([picture(2), picture(3)], { topK: 1 }),
      classifier.classifyDetailed(picture(1)),
      classifier.embed(picture(2)),
      classifier.classify(picture(3), { functionToApply: 'none', topK: 1 }),
    ])
    await settle()
    gate.open()
    const [one, list, detailed, embedding, logits] = await answers
    expect(one[0].label).toBe('coat')
    expect(list.map(([{ label }]) => label)).toEqual(['dress', 'shirt'])
    expect(Array.from(detailed.logits)).toEqual([0, 10, 0, 0])
    expect(Array.from(embedding)).toEqual([0.5, 0.5])
    expect(logits).toEqual([{ label: 'shirt', score: 10, index: 3 }])
    expect(runtime.runs.reduce((sum, pictures) => sum + pictures, 0)).toBe(6)
    expect(runtime.runs.length).toBeLessThan(4)
  })

  it('one bad picture fails alone, whether it cannot be decoded or fails the run', async () => {
    const classifier = await start()
    runtime.refuse = (shades) => { if (shades.includes(2)) throw new Error('no dress') }
    const broken = { shade: 1, ready: Promise.reject(new Error('not')) }
    const settled = await Promise.allSettled([
      classifier.classify({ shade: 1 }), classifier.classify({ shade: 2 }), classifier.classify(broken),
      classifier.classify({ shade: 3 }),
    ])
    const codes = settled.map((call) => call.status === 'rejected' ? (call.reason as ClassifierError).code : 'none')
    expect(codes).toEqual(['none', 'run-failed', 'image-unreadable', 'none'])
  })

  it('values of one picture that are not finite fail that picture alone', async () => {
    const classifier = await start()
    runtime.spoil = ({ probabilities: { data, dims } }) => {
      // Row by row: the one that answers "dress".
      for (let row = 0; row < dims[0]; row++) if (data[row * 4 + 2] === 1) data[row * 4] = Number.NaN
      return { probabilities: { data, dims } }
    }
    const settled = await Promise.allSettled(many(4).map((picture) => classifier.classify(picture)))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  })

  it.each([[1, 12], [5, 3], [32, 1]])('maxSize %i makes %i runs of 12 calls', async (maxSize, runs) => {
    const classifier = await start({ maxSize })
    const answers = await Promise.all(many(12).map((picture) => classifier.classify(picture, { topK: 1 })))
    expect(answers.map(([{ label }]) => label)).toEqual(many(12).map(({ shade }) => best(shade)))
    expect(runtime.runs).toHaveLength(runs)
  })

  it('maxDelay waits for company, and needs a platform with timers', async () => {
    const classifier = await start({ maxDelay: 20 })
    const first = classifier.classify({ shade: 1 })
    await settle()
    expect([runtime.timers.asked, runtime.runs]).toEqual([[20], []])
    const second = classifier.classify({ shade: 2 })
    await settle()
    runtime.timers.pass(20)
    await Promise.all([first, second])
    expect(runtime.runs).toEqual([2])
    runtime.delay = undefined
    await expect(start({ maxDelay: 20 })).rejects.toMatchObject({ code: 'option-invalid' })
  })

  it('nobody waits where maxDelay is 0: no timer is ever asked for', async () => {
    const classifier = await start()
    const one = classifier.classify({ shade: 1 })
    await Promise.all([one, classifier.classify(many(200)), classifier.embed({ shade: 2 })])
    expect(runtime.timers.asked).toEqual([])
  })
})

it('a graph of a fixed batch joins no more calls than it takes at once', async () => {
  runtime.manifest = sampleManifest({ input: sampleInput({ batch: 2 }) })
  const classifier = await start()
  const answers = await Promise.all(many(5).map((picture) => classifier.classify(picture, { topK: 1 })))
  expect(answers.map(([{ label }]) => label)).toEqual(many(5).map(({ shade }) => best(shade)))
  expect(await classifier.classify(many(9))).toHaveLength(9)
  expect(new Set(runtime.runs)).toEqual(new Set([2]))
  expect(runtime.shades.slice(0, 3)).toEqual([[0, 1], [2, 3], [4, 0]])
})

describe('lists', () => {
  it.each([[undefined, [128, 128, 44]], [100, [100, 100, 100]], [256, [256, 44]]])(
    'maxSize %j: 300 pictures run as %j', async (maxSize, runs) => {
      const classifier = await start({ maxSize })
      const answers = await classifier.classify(many(300), { topK: 1 })
      expect(answers.map(([{ label }]) => label)).toEqual(many(300).map(({ shade }) => best(shade)))
      expect(runtime.runs).toEqual(runs)
    })

  it('do not starve single calls: these run between two runs of a list', async () => {
    const classifier = await start()
    const gate = makeGate()
    runtime.runGate = gate.opened
    const order: string[] = []
    const list = classifier.classify(many(300)).then(() => order.push('list'))
    while (runtime.runs.length === 0) await settle()
    const one = classifier.classify({ shade: 1 }).then(() => order.push('one'))
    await settle()
    gate.open()
    await Promise.all([list, one])
    expect(order).toEqual(['one', 'list'])
    expect(runtime.runs).toEqual([128, 1, 128, 44])
  })

  it('a failed run ends the list, begins no further picture, and waits for those that were begun', async () => {
    const classifier = await start()
    const gate = makeGate()
    runtime.refuse = () => { throw new Error('no') }
    const pictures = many(256).map((picture, index) => index < 128 ? picture : { ...picture, ready: gate.opened })
    let isOver = false
    const call = classifier.classify(pictures).finally(() => { isOver = true })
    const caught = expect(call).rejects.toMatchObject({ code: 'run-failed' })
    while (runtime.runs.length === 0) await settle()
    await settle()
    expect([isOver, runtime.decodeOptions.length]).toEqual([false, 132])
    gate.open()
    await caught
    expect(runtime.decodeOptions).toHaveLength(132)
  })
})

describe('maxQueue', () => {
  const queueFull = { code: 'queue-full', name: 'ClassifierError' }

  it('refuses at once, before any work, and has room again when pictures run', async () => {
    const classifier = await start({ maxQueue: 2 })
    const gate = makeGate()
    runtime.runGate = gate.opened
    const running = classifier.classify({ shade: 1 })
    await settle()
    const waiting = [classifier.classify({ shade: 2 }), classifier.classifyDetailed({ shade: 3 })]
    await expect(classifier.classify({ shade: 0 })).rejects.toMatchObject(queueFull)
    await expect(classifier.embed({ shade: 0 })).rejects.toMatchObject(queueFull)
    await expect(classifier.classify([{ shade: 0 }])).rejects.toMatchObject(queueFull)
    expect(await classifier.classify([])).toEqual([])
    expect(runtime.decodeOptions).toHaveLength(3)
    gate.open()
    await Promise.all([running, ...waiting])
    expect(await classifier.classify([{ shade: 1 }, { shade: 2 }])).toHaveLength(2)
  })

  it('counts pictures that are being decoded', async () => {
    const classifier = await start({ maxQueue: 1 })
    const gate = makeGate()
    const decoding = classifier.classify({ shade: 1, ready: gate.opened })
    await settle()
    await expect(classifier.classify({ shade: 2 })).rejects.toMatchObject(queueFull)
    gate.open()
    await decoding
  })

  it.each(['an abort', 'a failure'])('has room again after %s', async (kind) => {
    const classifier = await start({ maxQueue: 1 })
    const gate = makeGate()
    const abort = new CountedAbort()
    const ready = gate.opened.then(() => { throw new Error('broken') })
    const call = classifier.classify({ shade: 1, ready }, { signal: abort.signal })
    const caught = expect(call).rejects.toMatchObject({ code: kind === 'an abort' ? 'aborted' : 'image-unreadable' })
    await settle()
    if (kind === 'an abort') abort.abort()
    else gate.open()
    await caught
    expect(await classifier.classify({ shade: 2 })).toHaveLength(4)
    gate.open()
  })

  it('counts of a list the pictures of its first run', async () => {
    const classifier = await start({ maxQueue: 130 })
    const gate = makeGate()
    runtime.runGate = gate.opened
    const running = classifier.classify({ shade: 1 })
    await settle()
    const waiting = [classifier.classify({ shade: 2 }), classifier.classify(many(300)), classifier.classify({ shade: 3 })]
    await expect(classifier.classify({ shade: 0 })).rejects.toMatchObject(queueFull)
    gate.open()
    expect((await Promise.all([running, ...waiting])).map(({ length }) => length)).toEqual([4, 4, 300, 4])
  })

  it('takes a list of any length where nobody waits, and counts it only until it runs', async () => {
    const classifier = await start({ maxQueue: 3 })
    const gate = makeGate()
    runtime.runGate = gate.opened
    const list = classifier.classify(many(300))
    while (runtime.runs.length === 0) await settle()
    const beside = [1, 2, 3].map((shade) => classifier.classify({ shade }))
    await expect(classifier.classify({ shade: 0 })).rejects.toMatchObject(queueFull)
    gate.open()
    expect((await list).length).toBe(300)
    await Promise.all(beside)
  })
})
