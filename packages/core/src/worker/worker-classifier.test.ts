// Pictures, aborts and failures in; what a classifier on this thread answers out, by workers in memory.
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRuntime } from '../../test/fake-runtime'
import type { FakePicture, FakeRuntime, FakeVideo } from '../../test/fake-runtime'
import { fakeWorkers } from '../../test/fake-workers'
import type { FakeWorkers, LazyPicture } from '../../test/fake-workers'
import { makeGate, settle } from '../../test/gate'
import { rejectionOf } from '../../test/rejection-of'
import { sampleLabels } from '../../test/sample-manifest'
import type { Classifier } from '../classifier'
import { ClassifierError, isClassifierError } from '../classifier-error'
import { createClassifier } from '../create-classifier'
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
const shades = (count: number) => Array.from({ length: count }, (_, shade) => ({ shade }))
const bright = (shade: number) => ({ data: new Uint8Array(28 * 28).fill(shade), width: 28, height: 28 })

describe('answers', () => {
  it('are those of a classifier on this thread', async () => {
    const here = await createClassifier(fakeRuntime())
    const there = await create()
    const ndarray = { data: new Uint8Array(784), shape: [28, 28], stride: [28, 1], offset: 0 }
    const pictures = [{ shade: 2 }, bright(3), ndarray]
    expect(await there.classify(pictures, { topK: 2 })).toEqual(await here.classify(pictures, { topK: 2 }))
    expect(await there.classify(bright(1))).toEqual(await here.classify(bright(1)))
    expect(await there.embed(bright(1))).toEqual(await here.embed(bright(1)))
    expect(await there.embed(pictures)).toEqual(await here.embed(pictures))
    const { timings: _, ...detailed } = await there.classifyDetailed(bright(1), { scoreThreshold: 0.1 })
    expect(await here.classifyDetailed(bright(1), { scoreThreshold: 0.1 })).toMatchObject(detailed)
    expect([there.labels, there.manifest]).toEqual([here.labels, here.manifest])
    expect(there.backend).toEqual({ ...here.backend, offThread: true })
  })

  it('of a stream come in order', async () => {
    const classifier = await create()
    const labels: (string | undefined)[] = []
    for await (const { predictions } of classifier.classifyStream(shades(9))) labels.push(predictions?.[0].label)
    expect(labels).toEqual(shades(9).map(({ shade }) => best(shade)))
  })

  it('of a video come for its frames', async () => {
    const classifier = await create()
    async function* frames() {
      yield { picture: { shade: 3 }, index: 7 }
    }
    const answers = []
    for await (const answer of classifier.classifyStream({ shown: frames() })) answers.push(answer)
    expect(answers).toMatchObject([{ index: 7, predictions: [{ label: 'shirt' }, {}, {}, {}] }])
  })

  it('count the way to the worker as waiting, and add up', async () => {
    const { timings } = await (await create()).classifyDetailed({ shade: 1 })
    const { decode, preprocess, queue, run, total } = timings
    expect(total).toBeGreaterThanOrEqual(decode + preprocess + queue + run)
    expect(queue).toBeGreaterThan(0)
  })

  it('to an empty list are none, and no worker hears of it', async () => {
    const classifier = await create()
    const before = workers.all[0].sent.length
    expect(await classifier.classify([])).toEqual([])
    expect(workers.all[0].sent).toHaveLength(before)
  })
})

describe('options', () => {
  it.each([
    [{ topK: 0 }, 'option-invalid'],
    [{ topk: 1 }, 'option-unknown'],
    [{ labelAllowlist: ['hat'] }, 'label-unknown'],
    [3, 'option-invalid'],
  ])('%j are refused before anything is sent', async (options, code) => {
    const classifier = await create()
    const sent = workers.all[0].sent.length
    for (const picture of [{ shade: 1 }, [], [{ shade: 1 }]]) {
      await expect(classifier.classify(picture as FakePicture, options as object)).rejects.toMatchObject({ code })
    }
    expect(workers.all[0].sent).toHaveLength(sent)
  })

  it('of the call reach the worker', async () => {
    const classifier = await create()
    const answer = await classifier.classify({ shade: 3 }, { labelAllowlist: ['bag', 'coat'], functionToApply: 'none' })
    expect(answer.map(({ label }) => label)).toEqual(['bag', 'coat'])
  })
})

describe('errors', () => {
  it('of the worker keep code, message, marker, stack and cause', async () => {
    runtime.refuse = () => { throw new RangeError('out of ink', { cause: 'the printer' }) }
    const error = await rejectionOf((await create()).classify({ shade: 1 }))
    expect(error).toBeInstanceOf(ClassifierError)
    expect(isClassifierError(error, 'run-failed')).toBe(true)
    expect(error).toMatchObject({
      message: expect.stringMatching(/out of ink.*\[run-failed\]$/),
      cause: { cause: 'the printer' },
    })
    expect((error as Error).cause).toBeInstanceOf(RangeError)
    expect((error as Error).stack).toContain('with-typed-errors')
    expect('index' in (error as object)).toBe(false)
  })

  it.each([[[{ shade: 1 }], 'input-type'], [42, 'input-type'], [null, 'input-type'], [() => 1, 'input-type']])(
    'of what is no picture are found here: %j',
    async (picture, code) => {
      const classifier = await create()
      const sent = workers.all[0].sent.length
      await expect(classifier.classify([picture] as never)).rejects.toMatchObject({ code, index: 0 })
      if (!Array.isArray(picture)) await expect(classifier.classify(picture as never)).rejects.toMatchObject({ code })
      await expect(classifier.classifyDetailed([picture] as never)).rejects.toMatchObject({ code })
      expect(workers.all[0].sent).toHaveLength(sent)
    },
  )

  it('of a picture that no port clones is typed', async () => {
    const classifier = await create()
    workers.toTransferable = async () => ({ value: { shade: () => 1 } })
    const error = await rejectionOf(classifier.classify({ shade: 1 }))
    expect(error).toMatchObject({ code: 'input-type', cause: { name: 'DataCloneError' } })
    workers.toTransferable = async () => ({ value: { shade: 1 } })
    expect((await classifier.classify({ shade: 1 }))[0].label).toBe('coat')
  })
})

describe('abort', () => {
  it('rejects at once with the reason, and the worker gives the picture up', async () => {
    const classifier = await create()
    const gate = makeGate()
    runtime.runGate = gate.opened
    const controller = new AbortController()
    const before = classifier.classify({ shade: 0 })
    await settle()
    const call = classifier.classify({ shade: 1 }, { signal: controller.signal })
    const after = classifier.classify({ shade: 2 })
    await settle()
    controller.abort('enough')
    expect(await rejectionOf(call)).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
    gate.open()
    expect([(await before)[0].label, (await after)[0].label]).toEqual(['bag', 'dress'])
    expect(runtime.shades.flat()).toEqual([0, 2])
  })

  it('of a list stops its parts, and leaves no listener', async () => {
    const classifier = await create()
    const controller = new AbortController()
    const call = classifier.classify(shades(600), { signal: controller.signal })
    controller.abort('enough')
    const error = await rejectionOf(call)
    expect(error).toMatchObject({ code: 'aborted', cause: 'enough' })
    expect('index' in (error as object)).toBe(false)
    expect((await classifier.classify({ shade: 1 }))[0].label).toBe('coat')
  })

  it('ends a picture that is still being read', async () => {
    const classifier = await create()
    const controller = new AbortController()
    const never = { read: () => new Promise<number>(() => undefined) }
    const call = classifier.classify(never, { signal: controller.signal })
    await settle()
    controller.abort('enough')
    expect(await rejectionOf(call)).toMatchObject({ code: 'aborted', cause: 'enough' })
  })
})
