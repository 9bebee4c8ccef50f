// Workers that fail, crash and end in; typed errors, new workers and nothing left behind out.
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRuntime } from '../../test/fake-runtime'
import type { FakePicture, FakeRuntime, FakeVideo } from '../../test/fake-runtime'
import { fakeWorkers, living } from '../../test/fake-workers'
import type { FakeWorkers, LazyPicture } from '../../test/fake-workers'
import { makeGate, settle } from '../../test/gate'
import { rejectionOf } from '../../test/rejection-of'
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

const labelOf = async (answer: Promise<readonly { label: string }[]>) => (await answer)[0].label

describe('creation', () => {
  it.each([1, 3])('that fails in one of %i workers rejects with its error and leaves none', async (size) => {
    const last = size - 1
    const broken = fakeRuntime({ loadModel: async () => { throw new TypeError('no such place') } })
    workers = fakeWorkers((number) => (number === last ? broken : runtime))
    const error = await rejectionOf(create({ worker: { size } }))
    expect(error).toMatchObject({ code: 'model-not-found', cause: { message: 'no such place' } })
    expect(living(workers)).toEqual([])
  })

  it('begins with one worker: where that fails, no other is started', async () => {
    runtime.start = () => { throw new Error('no provider') }
    expect(await rejectionOf(create({ worker: { size: 4 } }))).toMatchObject({ code: 'provider-failed' })
    expect(workers.all).toHaveLength(1)
  })

  it('rejects where a worker cannot be started', async () => {
    workers.startWorker = () => { throw new Error('no such file') }
    expect(await rejectionOf(create())).toMatchObject({ code: 'worker-failed', cause: { message: 'no such file' } })
  })

  it('rejects where a worker ends before it has a classifier', async () => {
    workers.onStart = (worker) => queueMicrotask(() => worker.crash(new Error('out of memory')))
    const error = await rejectionOf(create({ worker: { size: 2 } }))
    expect(error).toMatchObject({ code: 'worker-failed', cause: { message: 'out of memory' } })
    expect((error as Error).message).toMatch(/^A worker could not be started: out of memory\. See `cause`/)
    expect(living(workers)).toEqual([])
  })

  it('ends at once when it is aborted, with all that was begun', async () => {
    const gate = makeGate()
    runtime.start = () => gate.opened
    const controller = new AbortController()
    const creation = create({ worker: { size: 2 }, signal: controller.signal })
    await settle()
    controller.abort('enough')
    expect(await rejectionOf(creation)).toMatchObject({ code: 'aborted', cause: 'enough' })
    await settle()
    expect(living(workers)).toEqual([])
    expect(await rejectionOf(create({ signal: AbortSignal.abort('before') }))).toMatchObject({ cause: 'before' })
    expect(workers.all).toHaveLength(1)
  })

  it('ignores the signal afterwards', async () => {
    const controller = new AbortController()
    const classifier = await create({ signal: controller.signal })
    controller.abort()
    workers.all[0].crash(new Error('later'))
    expect(await labelOf(classifier.classify({ shade: 1 }))).toBe('coat')
  })
})

describe('a worker that ends', () => {
  it('rejects its calls in flight, and the next call gets a new one', async () => {
    const gate = makeGate()
    const classifier = await create()
    runtime.runGate = gate.opened
    const calls = [classifier.classify({ shade: 1 }), classifier.classify([{ shade: 1 }, { shade: 2 }])]
    await settle()
    workers.all[0].crash(new RangeError('out of memory'))
    for (const call of calls) {
      const error = await rejectionOf(call)
      expect(error).toMatchObject({ code: 'worker-failed', message: expect.stringContaining('out of memory') })
      expect((error as Error).cause).toBeInstanceOf(RangeError)
      expect('index' in (error as object)).toBe(false)
    }
    runtime.runGate = Promise.resolve()
    expect(await labelOf(classifier.classify({ shade: 3 }))).toBe('shirt')
    expect(workers.all).toHaveLength(2)
    await classifier.dispose()
    expect(living(workers)).toEqual([])
  })

  it('loses no call that waits for a worker, nor those of the others', async () => {
    const gate = makeGate()
    const classifier = await create({ worker: { size: 2 }, batching: { maxSize: 1 } })
    runtime.runGate = gate.opened
    const calls = Array.from({ length: 9 }, (_, shade) => classifier.classify({ shade }))
    const settled = Promise.allSettled(calls)
    await settle()
    workers.all[1].crash(new Error('gone'))
    gate.open()
    const outcomes = (await settled).map(({ status }) => status)
    // Each worker had two.
    expect(outcomes.filter((status) => status === 'rejected')).toHaveLength(2)
    expect(outcomes.slice(4)).toEqual(Array.from({ length: 5 }, () => 'fulfilled'))
    expect(living(workers)).toHaveLength(2)
  })

  it('while nothing is asked of it is not missed', async () => {
    const classifier = await create()
    workers.all[0].crash(undefined)
    await settle()
    expect(workers.all).toHaveLength(1)
    await classifier.warmup()
    expect(await labelOf(classifier.classify({ shade: 2 }))).toBe('dress')
    expect(workers.all).toHaveLength(2)
  })

  it('and cannot be replaced: those who wait hear why, and the next call tries again', async () => {
    const classifier = await create()
    workers.all[0].crash(new Error('gone'))
    runtime.start = () => { throw new Error('no memory left') }
    const errors = await Promise.all([1, 2].map((shade) => rejectionOf(classifier.classify({ shade }))))
    expect(errors).toMatchObject([{ code: 'provider-failed' }, { code: 'provider-failed' }])
    const others = [classifier.warmup(), classifier.classify({ shade: 1 }), classifier.setExecutionProviders('wasm')]
    expect((await Promise.all(others.map(rejectionOf))).map((error) => (error as { code?: string }).code))
      .toEqual(['provider-failed', 'provider-failed', 'provider-failed'])
    runtime.start = () => undefined
    expect(await labelOf(classifier.classify({ shade: 1 }))).toBe('coat')
    expect(living(workers)).toHaveLength(1)
  })

  it('and cannot be replaced is done without, while there are others', async () => {
    const classifier = await create({ worker: { size: 2 } })
    workers.all[0].crash(new Error('gone'))
    runtime.start = () => { throw new Error('no memory left') }
    for (let round = 0; round < 3; round++) {
      const answers = await Promise.all([1, 2, 3].map((shade) => labelOf(classifier.classify({ shade }))))
      expect(answers).toEqual(['coat', 'dress', 'shirt'])
    }
    expect(workers.all).toHaveLength(3)
  })

  it('is replaced once, whoever needs a new one', async () => {
    const classifier = await create()
    workers.all[0].crash(new Error('gone'))
    const calls = [classifier.classify({ shade: 1 }), classifier.warmup(), classifier.setExecutionProviders('wasm')]
    await Promise.all(calls)
    expect(living(workers)).toHaveLength(1)
  })

  it('with a picture that is still being packed gives it to another one', async () => {
    const classifier = await create()
    const data = new Uint8Array(5 * 1024 * 1024)
    const large = { data, width: 1024, height: 5 * 1024 }
    workers.pause = async () => {
      workers.pauses++
      if (workers.pauses === 1) workers.all[0].crash(new Error('gone'))
    }
    // It is refused for its size, by the second worker.
    expect(await rejectionOf(classifier.classify([large, large]))).toMatchObject({ code: 'pixels-invalid', index: 0 })
    expect(workers.all).toHaveLength(2)
  })
})

describe('dispose', () => {
  it('waits for calls in flight, frees the sessions and ends the workers', async () => {
    const gate = makeGate()
    const classifier = await create({ worker: { size: 2 } })
    runtime.runGate = gate.opened
    const events: string[] = []
    const calls = [1, 2, 3].map((shade) => classifier.classify({ shade }).then(() => events.push('answer')))
    const disposal = classifier.dispose().then(() => events.push('disposed'))
    await settle()
    expect([runtime.releases, living(workers).length]).toEqual([0, 2])
    gate.open()
    await Promise.all([...calls, disposal])
    expect(events).toEqual(['answer', 'answer', 'answer', 'disposed'])
    expect([runtime.releases, living(workers).length]).toEqual([2, 0])
    await classifier.dispose()
    const late = [classifier.classify({ shade: 1 }), classifier.embed([]), classifier.warmup()]
    for (const error of await Promise.all(late.map(rejectionOf))) {
      expect(error).toMatchObject({ code: 'disposed' })
    }
    expect(await rejectionOf(classifier.classifyStream([{ shade: 1 }]).next())).toMatchObject({ code: 'disposed' })
  })

  it('ends a worker that is still being started', async () => {
    const gate = makeGate()
    const classifier = await create({ worker: { size: 2 } })
    workers.all[0].crash(new Error('gone'))
    runtime.start = () => gate.opened
    runtime.runGate = gate.opened
    const calls = [1, 2].map((shade) => classifier.classify({ shade }))
    await settle()
    expect(workers.all).toHaveLength(3)
    runtime.runGate = Promise.resolve()
    // The runs that are in progress wait for a gate that the new worker waits for as well.
    const disposal = classifier.dispose()
    gate.open()
    await Promise.all([...calls, disposal])
    expect(living(workers)).toEqual([])
  })

  it('minds no worker that is gone, and tells of a model that cannot be freed', async () => {
    const classifier = await create({ worker: { size: 2 } })
    workers.all[0].crash(new Error('gone'))
    await classifier.dispose()
    const stubborn = fakeRuntime()
    const { createSession } = stubborn
    stubborn.createSession = async (model, options) => ({
      ...await createSession(model, options),
      release: async () => { throw new Error('still in use') },
    })
    workers = fakeWorkers(() => stubborn)
    expect(await rejectionOf((await create()).dispose())).toMatchObject({ message: 'still in use' })
    expect(living(workers)).toEqual([])
  })

  it('is what `await using` calls', async () => {
    const classifier = await create()
    await classifier[Symbol.asyncDispose]()
    expect(living(workers)).toEqual([])
  })
})
