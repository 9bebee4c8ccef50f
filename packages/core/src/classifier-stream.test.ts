// Lists, generators and their failures in; answers in order, within bounds, and nothing left running, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { collect, CountedSource, expected, many, oneAnswer } from '../test/counted-source'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakePicture, FakeRuntime } from '../test/fake-runtime'
import { makeGate, settle } from '../test/gate'
import type { Classifier } from './classifier'
import { createClassifier } from './create-classifier'
import type { StreamAnswer, StreamSource } from './stream'

let runtime: FakeRuntime
let classifier: Classifier<FakePicture>

beforeEach(async () => {
  runtime = fakeRuntime()
  classifier = await createClassifier(runtime)
})

describe('the answers', () => {
  it.each<[string, (pictures: FakePicture[]) => StreamSource<FakePicture>]>([
    ['a list', (pictures) => pictures],
    ['a set', (pictures) => new Set(pictures)],
    ['a generator', function* (pictures) { yield* pictures }],
    ['an async generator', async function* (pictures) { yield* pictures }],
    ['an async iterable without return', (pictures) => {
      const iterator = pictures[Symbol.iterator]()
      return { [Symbol.asyncIterator]: () => ({ next: async () => iterator.next() }) }
    }],
  ])('of %s come in order, each with its number', async (_kind, make) => {
    expect(await collect(classifier.classifyStream(make(many(50))))).toEqual(expected(50))
    expect(await collect(classifier.classifyStream(make([])))).toEqual([])
  })

  it('come in order, however long each takes', async () => {
    const gates = many(12).map(makeGate)
    const pictures = many(12).map((picture, index) => ({ ...picture, ready: gates[index].opened }))
    const answers = collect(classifier.classifyStream(pictures, { concurrency: 12 }))
    await settle()
    for (const index of [11, 3, 0, 7, 1, 10, 2, 9, 4, 8, 5, 6]) {
      gates[index].open()
      await settle()
    }
    expect(await answers).toEqual(expected(12))
  })

  it('take the options of classify', async () => {
    const { value } = await classifier.classifyStream(many(1), { topK: null, labelDenylist: ['bag'] }).next()
    expect((value as StreamAnswer).predictions?.map(({ label }) => label)).toEqual(['coat', 'dress', 'shirt'])
  })

  it('hold the error of a picture that fails, and the stream goes on', async () => {
    const broken = { shade: 1, ready: Promise.reject(new Error('cut short')) }
    runtime.refuse = (shades) => { if (shades.includes(3)) throw new Error('no') }
    const pictures = [{ shade: 0 }, broken, null as unknown as FakePicture, { shade: 3 }, { shade: 2 }]
    expect(await collect(classifier.classifyStream(pictures))).toEqual(
      [[0, 'bag'], [1, 'image-unreadable'], [2, 'input-type'], [3, 'run-failed'], [4, 'dress']])
  })
})

describe('bounds', () => {
  it.each([1, 2, 5])('concurrency %i: as many pictures in flight, as many answers waiting', async (concurrency) => {
    const source = new CountedSource(many(40))
    const stream = classifier.classifyStream(source, { concurrency })
    await settle()
    expect(source.read).toBe(0)
    for (let taken = 1; taken <= 40; taken++) {
      expect(await oneAnswer(stream)).toEqual(expected(40)[taken - 1])
      await settle()
      // What the reader holds, and what it was given: one picture and one answer for each place.
      expect(source.read).toBe(Math.min(40, taken + 2 * concurrency))
    }
    expect((await stream.next()).done).toBe(true)
    expect(runtime.mostDecodes).toBeLessThanOrEqual(concurrency)
  })

  it('a slow first picture holds up the reading, not only the answers', async () => {
    const gate = makeGate()
    const [first, ...others] = many(40)
    const source = new CountedSource([{ ...first, ready: gate.opened }, ...others])
    const answers = collect(classifier.classifyStream(source, { concurrency: 4 }))
    await settle()
    await settle()
    expect(source.read).toBe(8)
    gate.open()
    expect(await answers).toEqual(expected(40))
  })

  it('4 at a time where nothing else is said', async () => {
    const gate = makeGate()
    const source = new CountedSource(many(40).map((picture) => ({ ...picture, ready: gate.opened })))
    const answers = collect(classifier.classifyStream(source))
    await settle()
    expect([source.read, runtime.mostDecodes]).toEqual([4, 4])
    gate.open()
    expect(await answers).toHaveLength(40)
  })
})

it.each([
  ['a path', 'pictures/'], ['bytes', new Uint8Array(4)], ['nothing', undefined], ['null', null], ['a number', 7],
  ['one picture', { shade: 1 }], ['raw pixels', { data: new Uint8Array(784), width: 28, height: 28 }],
])('%s is refused as a source', async (_what, source) => {
  const stream = classifier.classifyStream(source as unknown as FakePicture[])
  await expect(stream.next()).rejects.toMatchObject({ code: 'input-type' })
})

it('refuses wrong options at the first step, before anything is read', async () => {
  const source = new CountedSource(many(3))
  const wrong = classifier.classifyStream(source, { concurrency: 0 })
  await expect(wrong.next()).rejects.toMatchObject({ code: 'option-invalid' })
  const unknown = classifier.classifyStream(source, { labelAllowlist: ['boot'] })
  await expect(unknown.next()).rejects.toMatchObject({ code: 'label-unknown' })
  expect(source.read).toBe(0)
})
