// Pictures in the memory of the caller or of the platform in; that memory out, unharmed and given back.
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRuntime } from '../../test/fake-runtime'
import type { FakePicture, FakeRuntime, FakeVideo } from '../../test/fake-runtime'
import { fakeWorkers } from '../../test/fake-workers'
import type { FakeWorkers, LazyPicture } from '../../test/fake-workers'
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

const shades = (count: number) => Array.from({ length: count }, (_, shade) => ({ shade }))
const bright = (shade: number) => ({ data: new Uint8Array(28 * 28).fill(shade), width: 28, height: 28 })

describe('memory', () => {
  it('of the caller is copied once, and never detached', async () => {
    const classifier = await create()
    const data = new Uint8Array(2 * 784).fill(2)
    const view = data.subarray(784)
    await classifier.classify([{ data: view, width: 28, height: 28 }, bright(1)])
    expect(data.byteLength).toBe(2 * 784)
    const [picture] = (workers.all[0].sent.at(-1) as { values: [[{ value: { data: Uint8Array } }]] }).values[0]
    // Moved, so it has none any more; and it was no part of the caller's.
    expect(picture.value.data.byteLength).toBe(0)
  })

  it('that is shared stays where it is', async () => {
    const classifier = await create()
    const data = new Uint8Array(new SharedArrayBuffer(784)).fill(3)
    expect((await classifier.classify({ data, width: 28, height: 28 }))[0].label).toBe('shirt')
    const [picture] = (workers.all[0].sent.at(-1) as { values: [{ value: { data: Uint8Array } }] }).values
    expect(picture.value.data).toBe(data)
  })

  it('is copied with pauses where there is much of it', async () => {
    const classifier = await create()
    const large = { data: new Uint8Array(28 * 28 * 4).fill(255), width: 28, height: 28 }
    const huge = { data: new Uint8Array(2000 * 2200).fill(1), width: 2000, height: 2200 }
    await classifier.classify([large, large, large])
    expect(workers.pauses).toBe(0)
    await rejectionOf(classifier.classify([huge, huge, huge]))
    expect(workers.pauses).toBe(5)
  })

  it('that a platform holds for a picture is given back, sent or not', async () => {
    const classifier = await create()
    await classifier.classify({ shade: 1 })
    await classifier.classify(shades(20))
    expect(workers.released).toBe(21)
    const failing = { read: async () => { throw new Error('gone') } }
    await rejectionOf(classifier.classify([{ shade: 1 }, failing, { shade: 2 }]))
    expect(workers.released).toBe(23)
  })

  it('beyond what is allowed is refused before it is copied', async () => {
    const classifier = await create({ maxBytes: 3 })
    workers.toTransferable = async () => { throw new RangeError('too much') }
    for (const bytes of [new Uint8Array(4), new ArrayBuffer(4)]) {
      const error = await rejectionOf(classifier.classify(bytes as never))
      expect(error).toMatchObject({ code: 'image-unreadable', cause: { message: 'too much' } })
    }
  })
})
