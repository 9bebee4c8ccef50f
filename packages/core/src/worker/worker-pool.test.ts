// Many pictures and workers in; a fair share for each, answers in order, and a limit to what waits, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRuntime } from '../../test/fake-runtime'
import type { FakePicture, FakeRuntime, FakeVideo } from '../../test/fake-runtime'
import { fakeWorkers, living } from '../../test/fake-workers'
import type { FakeWorkers, LazyPicture } from '../../test/fake-workers'
import { makeGate, settle } from '../../test/gate'
import { rejectionOf } from '../../test/rejection-of'
import { sampleLabels } from '../../test/sample-manifest'
import type { Classifier } from '../classifier'
import type { CreateClassifierOptions } from '../options/create-options'
import { createWorkerClassifier } from './create-worker-classifier'

let runtime: FakeRuntime
let workers: FakeWorkers

beforeEach(() => {
  runtime = fakeRuntime()
  workers = fakeWorkers(() => runtime)
})

const create = (
  options: CreateClassifierOptions = {},
): Promise<Classifier<FakePicture | LazyPicture, FakeVideo>> =>
  createWorkerClassifier(fakeRuntime(), workers, { worker: { size: 1 }, ...options })

const best = (shade: number) => sampleLabels[shade % sampleLabels.length]
const bright = (shade: number) => ({ data: new Uint8Array(28 * 28).fill(shade), width: 28, height: 28 })
const unreadable = { read: async () => { throw new Error('gone') } }
const brights = (count: number) => Array.from({ length: count }, (_, shade) => bright(shade))
const shades = (count: number) => Array.from({ length: count }, (_, shade) => ({ shade }))

describe('many workers', () => {
  it('share a list, whose answers keep their order', async () => {
    const classifier = await create({ worker: { size: 3 } })
    const answers = await classifier.classify(shades(100), { topK: 1 })
    expect(answers.map(([{ label }]) => label)).toEqual(shades(100).map(({ shade }) => best(shade)))
    const calls = workers.all.map(({ sent }) => sent.length)
    expect(calls.every((count) => count > 1)).toBe(true)
  })

  it('get each picture where least is to be done', async () => {
    const gate = makeGate()
    const classifier = await create({ worker: { size: 2 } })
    runtime.runGate = gate.opened
    const calls = shades(6).map((picture) => classifier.classify(picture))
    await settle()
    expect(workers.all.map(({ sent }) => sent.length - 1)).toEqual([3, 3])
    gate.open()
    expect((await Promise.all(calls)).map(([{ label }]) => label)).toEqual(shades(6).map(({ shade }) => best(shade)))
  })

  it.each([
    ['in the first part', [{ at: 3 }, { at: 70 }], 3],
    ['in the last part', [{ at: 99 }], 99],
    ['in several parts', [{ at: 41 }, { at: 80 }, { at: 99 }], 41],
    ['being read, after one that fails in its worker', [{ at: 5 }, { at: 7, read: true }], 5],
    ['being read, before one that fails in its worker', [{ at: 9 }, { at: 7, read: true }], 7],
  ])('report the first failing picture of a list: %s', async (_, failures, index) => {
    const classifier = await create({ worker: { size: 2 } })
    const pictures: unknown[] = shades(100)
    for (const { at, ...how } of failures) {
      pictures[at] = 'read' in how ? unreadable : { data: new Uint8Array(5), width: 2, height: 2 }
    }
    const error = await rejectionOf(classifier.classify(pictures as FakePicture[]))
    const isUnreadable = failures.some(({ at, read }) => at === index && read)
    expect(error).toMatchObject({ index, code: isUnreadable ? 'image-unreadable' : 'pixels-invalid' })
  })

  it('are as many as the platform says where the caller does not', async () => {
    await create({ worker: true })
    expect(workers.all).toHaveLength(2)
  })

  it('are all warmed up', async () => {
    const classifier = await create({ worker: { size: 3 } })
    await classifier.warmup()
    expect(runtime.runs).toEqual([1, 1, 1])
  })
})

describe('back-pressure', () => {
  it('refuses what finds no room, and takes more when there is', async () => {
    const gate = makeGate()
    const classifier = await create({ worker: { size: 1, maxQueue: 3 }, batching: { maxSize: 2 } })
    runtime.runGate = gate.opened
    const calls = brights(5).map((picture) => classifier.classify(picture))
    const refused = await rejectionOf(classifier.classify(bright(1)))
    expect(refused).toMatchObject({ code: 'queue-full', message: expect.stringContaining('`worker.maxQueue`') })
    gate.open()
    expect(await Promise.all(calls)).toHaveLength(5)
    expect(await classifier.classify(bright(1))).toHaveLength(4)
  })

  it('counts a list with the pictures of its first part, and those that are still being read', async () => {
    const gate = makeGate()
    const classifier = await create({ worker: { size: 1, maxQueue: 10 } })
    const read = () => gate.opened.then(() => 1)
    const calls = [classifier.classify([{ read }, { read }, { read }]), classifier.classify({ read })]
    expect(await rejectionOf(classifier.classify(brights(7)))).toMatchObject({ code: 'queue-full' })
    const more = classifier.classify(brights(6))
    gate.open()
    expect((await Promise.all([...calls, more])).map((answer) => answer.length)).toEqual([3, 4, 6])
  })

  it('goes by batching.maxQueue where the pool has no limit of its own', async () => {
    const gate = makeGate()
    const classifier = await create({ batching: { maxSize: 1, maxQueue: 1 } })
    runtime.runGate = gate.opened
    // Two for the worker, so that it finds the next one ready; one that waits.
    const calls = brights(3).map((picture) => classifier.classify(picture))
    expect(await rejectionOf(classifier.classify(bright(1)))).toMatchObject({ code: 'queue-full' })
    gate.open()
    expect(await Promise.all(calls)).toHaveLength(3)
  })
})

describe('the process', () => {
  it('is kept alive by calls in flight only', async () => {
    const gate = makeGate()
    const classifier = await create()
    const [{ alive }] = workers.all
    expect(alive.at(-1)).toBe(false)
    runtime.runGate = gate.opened
    const call = classifier.classify({ shade: 1 })
    await settle()
    expect(alive.at(-1)).toBe(true)
    gate.open()
    await call
    expect(alive.at(-1)).toBe(false)
    expect(living(workers)).toHaveLength(1)
  })
})
