// Aborts and disposals at every stage of a call in; typed errors, no left listeners and a freed session out.
import { beforeEach, describe, expect, it } from 'vitest'
import { CountedAbort } from '../test/counted-abort'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakePicture, FakeRuntime } from '../test/fake-runtime'
import { makeGate, settle } from '../test/gate'
import type { Gate } from '../test/gate'
import type { Classifier } from './classifier'
import type { ClassifierError } from './classifier-error'
import { createClassifier } from './create-classifier'

let runtime: FakeRuntime
let classifier: Classifier<FakePicture>
let abort: CountedAbort
let gate: Gate

const aborted = { code: 'aborted', name: 'AbortError', cause: 'enough' }

beforeEach(async () => {
  runtime = fakeRuntime()
  classifier = await createClassifier(runtime)
  abort = new CountedAbort()
  gate = makeGate()
})

describe('abort', () => {
  it('before the call: no work', async () => {
    abort.abort('enough')
    const options = { signal: abort.signal }
    for (const call of [
      () => classifier.classify({ shade: 1 }, options),
      () => classifier.classify([], options),
      () => classifier.classifyDetailed({ shade: 1 }, options),
      () => classifier.embed({ shade: 1 }, options),
    ]) await expect(call()).rejects.toMatchObject(aborted)
    expect(runtime.decodeOptions).toEqual([])
  })

  it('while decoding', async () => {
    const call = classifier.classify({ shade: 1, ready: gate.opened }, { signal: abort.signal })
    const caught = expect(call).rejects.toMatchObject(aborted)
    await settle()
    abort.abort('enough')
    await caught
    gate.open()
    await settle()
    expect(runtime.runs).toEqual([])
  })

  it('while waiting in the queue', async () => {
    runtime.runGate = gate.opened
    const first = classifier.classify({ shade: 1 })
    await settle()
    const second = classifier.classify({ shade: 2 }, { signal: abort.signal })
    const third = classifier.classify({ shade: 3 })
    const caught = expect(second).rejects.toMatchObject(aborted)
    await settle()
    abort.abort('enough')
    await caught
    gate.open()
    expect([(await first)[0].label, (await third)[0].label]).toEqual(['coat', 'shirt'])
    expect(runtime.order).toEqual([1, 3])
  })

  it('between the runs of a batch', async () => {
    runtime.spoil = (outputs) => {
      abort.abort('enough')
      return outputs
    }
    const pictures = Array.from({ length: 300 }, () => ({ shade: 1 }))
    await expect(classifier.classify(pictures, { signal: abort.signal })).rejects.toMatchObject(aborted)
    expect(runtime.runs).toEqual([128])
    expect(abort.listeners).toBe(0)
  })

  it('of a batch while decoding carries no index', async () => {
    const call = classifier.classify([{ shade: 1, ready: gate.opened }], { signal: abort.signal })
    const caught = call.catch((error: unknown) => error)
    await settle()
    abort.abort('enough')
    expect(await caught).toMatchObject(aborted)
    expect((await caught as ClassifierError).index).toBeUndefined()
  })

  it('leaves no listeners after answers and after failures', async () => {
    const options = { signal: abort.signal }
    await classifier.classify({ shade: 1 }, options)
    await classifier.classifyDetailed({ shade: 1 }, options)
    await classifier.classify(Array.from({ length: 200 }, () => ({ shade: 1 })), options)
    runtime.spoil = () => { throw new Error('no') }
    await expect(classifier.classify({ shade: 1 }, options)).rejects.toThrow('no')
    const broken = { shade: 1, ready: Promise.reject(new Error('not')) }
    await expect(classifier.classify(broken, options)).rejects.toThrow('not')
    expect(abort.listeners).toBe(0)
  })
})

describe('dispose', () => {
  it('waits for the calls in flight, which get their answers', async () => {
    const decoding = classifier.classify({ shade: 1, ready: gate.opened })
    const batch = classifier.classify([{ shade: 2, ready: gate.opened }, { shade: 3 }])
    await settle()
    const disposed = classifier.dispose().then(() => runtime.runs.length)
    await settle()
    expect(runtime.releases).toBe(0)
    gate.open()
    expect((await decoding)[0].label).toBe('coat')
    expect((await batch).map(([{ label }]) => label)).toEqual(['dress', 'shirt'])
    expect(await disposed).toBe(2)
    expect(runtime.releases).toBe(1)
  })

  it('waits for a run whose caller has left', async () => {
    runtime.runGate = gate.opened
    const call = classifier.classify({ shade: 1 }, { signal: abort.signal })
    const caught = expect(call).rejects.toMatchObject(aborted)
    await settle()
    abort.abort('enough')
    await caught
    const disposed = classifier.dispose()
    await settle()
    expect(runtime.releases).toBe(0)
    gate.open()
    await disposed
    expect(runtime.releases).toBe(1)
  })

  it('refuses later calls and happens once', async () => {
    await Promise.all([classifier.dispose(), classifier.dispose()])
    await classifier.dispose()
    expect(runtime.releases).toBe(1)
    await expect(classifier.classify({ shade: 1 })).rejects.toMatchObject({ code: 'disposed' })
    await expect(classifier.classify([])).rejects.toMatchObject({ code: 'disposed' })
    await expect(classifier.classifyDetailed({ shade: 1 })).rejects.toMatchObject({ code: 'disposed' })
    await expect(classifier.warmup()).rejects.toMatchObject({ code: 'disposed' })
  })

  it('refuses calls that begin while it waits', async () => {
    const first = classifier.classify({ shade: 1, ready: gate.opened })
    const disposed = classifier.dispose()
    await expect(classifier.classify({ shade: 2 })).rejects.toMatchObject({ code: 'disposed' })
    gate.open()
    await first
    await disposed
  })

  it('is what the end of a block does, where the engine knows the symbol', async () => {
    expect(typeof Symbol.asyncDispose).toBe('symbol')
    await classifier[Symbol.asyncDispose]()
    expect(runtime.releases).toBe(1)
    expect(Object.keys(classifier)).toEqual(['labels', 'manifest'])
  })
})

it('warmup runs one blank picture', async () => {
  await classifier.warmup()
  expect(runtime.runs).toEqual([1])
  expect(runtime.decodeOptions).toEqual([])
})
