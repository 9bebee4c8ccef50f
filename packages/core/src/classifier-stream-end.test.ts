// Streams that are left, aborted, disposed or fail in; sources ended once, and nothing left running, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { CountedAbort } from '../test/counted-abort'
import { brief, collect, CountedSource, expected, many, oneAnswer } from '../test/counted-source'
import { fakeRuntime } from '../test/fake-runtime'
import type { FakePicture, FakeRuntime } from '../test/fake-runtime'
import { makeGate, settle } from '../test/gate'
import type { Classifier } from './classifier'
import { createClassifier } from './create-classifier'
import type { StreamAnswer } from './stream'

let runtime: FakeRuntime
let classifier: Classifier<FakePicture>

beforeEach(async () => {
  runtime = fakeRuntime()
  classifier = await createClassifier(runtime)
})

describe('the end', () => {
  it('break ends the source once, and leaves nothing running', async () => {
    const gate = makeGate()
    const abort = new CountedAbort()
    const later = many(40).slice(3).map((picture) => ({ ...picture, ready: gate.opened }))
    const source = new CountedSource([...many(3), ...later])
    for await (const { index } of classifier.classifyStream(source, { signal: abort.signal })) if (index === 2) break
    expect([source.returns, abort.listeners]).toEqual([1, 0])
    const { read } = source
    const runs = runtime.runs.length
    await classifier.dispose()
    gate.open()
    await settle()
    expect([source.read, runtime.runs.length]).toEqual([read, runs])
  })

  it('a source that is used up is not ended again', async () => {
    const source = new CountedSource(many(3))
    await collect(classifier.classifyStream(source))
    expect(source.returns).toBe(0)
  })

  it.each<[string, () => Promise<never>]>([
    ['never ends', () => new Promise(() => undefined)],
    ['fails to end', () => Promise.reject(new Error('stuck'))],
  ])('break does not wait for a source that gives nothing and %s', async (_how, end) => {
    const source = new CountedSource(many(9), (read) => read < 2 ? Promise.resolve() : new Promise(() => undefined))
    const { [Symbol.asyncIterator]: open } = source
    source[Symbol.asyncIterator] = () => ({ ...open.call(source), return: end })
    const seen: unknown[] = []
    for await (const answer of classifier.classifyStream(source)) {
      seen.push(brief(answer))
      if (seen.length === 2) break
    }
    expect(seen).toEqual(expected(2))
  })

  it('abort ends it with a typed error, also while the source gives nothing', async () => {
    const abort = new CountedAbort()
    const source = new CountedSource(many(9), (read) => read < 2 ? Promise.resolve() : new Promise(() => undefined))
    const stream = classifier.classifyStream(source, { signal: abort.signal })
    expect([await oneAnswer(stream), await oneAnswer(stream)])
      .toEqual(expected(2))
    const next = expect(stream.next()).rejects.toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
    await settle()
    abort.abort('enough')
    await next
    expect([source.returns, abort.listeners]).toEqual([1, 0])
    expect((await stream.next()).done).toBe(true)
  })

  it('break waits until a source that gives pictures has ended, and does not mind how', async () => {
    const gate = makeGate()
    const source = new CountedSource(many(40))
    const { [Symbol.asyncIterator]: open } = source
    let isEnded = false
    const end = async () => {
      await gate.opened
      isEnded = true
      throw new Error('the file was gone already')
    }
    source[Symbol.asyncIterator] = () => ({ ...open.call(source), return: end })
    const stream = classifier.classifyStream(source)
    await stream.next()
    await settle()
    let isOver = false
    const ended = stream.return().then(() => {
      isOver = true
      return isEnded
    })
    await settle()
    expect(isOver).toBe(false)
    gate.open()
    expect(await ended).toBe(true)
  })

  it('abort between two steps ends the source too', async () => {
    const abort = new CountedAbort()
    const source = new CountedSource(many(40))
    const stream = classifier.classifyStream(source, { signal: abort.signal })
    await stream.next()
    await settle()
    abort.abort('enough')
    await settle()
    await expect(stream.next()).rejects.toMatchObject({ code: 'aborted', cause: 'enough' })
    expect([source.returns, abort.listeners]).toEqual([1, 0])
  })

  it('abort gives up pictures that are being decoded or wait for their run', async () => {
    const abort = new CountedAbort()
    const gate = makeGate()
    runtime.runGate = gate.opened
    const answers = collect(classifier.classifyStream(many(9), { signal: abort.signal }))
    const caught = expect(answers).rejects.toMatchObject({ code: 'aborted' })
    await settle()
    abort.abort()
    await caught
    gate.open()
    await classifier.dispose()
    expect(runtime.runs).toHaveLength(1)
  })

  it('an aborted signal stops it before anything is read', async () => {
    const source = new CountedSource(many(3))
    const stream = classifier.classifyStream(source, { signal: AbortSignal.abort('before') })
    await expect(stream.next()).rejects.toMatchObject({ code: 'aborted', cause: 'before' })
    expect([source.read, source.returns]).toEqual([0, 0])
  })

  it('a source that fails: first the answers to what came before, then its error', async () => {
    const cause = new Error('the disk is gone')
    const source = new CountedSource(many(9), async (read) => { if (read === 3) throw cause })
    const stream = classifier.classifyStream(source)
    for (const answer of expected(3)) expect(await oneAnswer(stream)).toEqual(answer)
    await expect(stream.next()).rejects.toMatchObject({ code: 'image-unreadable', cause })
    expect(source.returns).toBe(0)
  })

  it('dispose waits for the pictures in flight, which are answered; then the stream ends with disposed', async () => {
    const gate = makeGate()
    const source = new CountedSource(many(40).map((picture) => ({ ...picture, ready: gate.opened })))
    const stream = classifier.classifyStream(source, { concurrency: 2 })
    const first = stream.next()
    await settle()
    const disposal = classifier.dispose()
    gate.open()
    expect(brief((await first).value as StreamAnswer)).toEqual([0, 'bag'])
    await disposal
    expect(await oneAnswer(stream)).toEqual([1, 'coat'])
    await expect(stream.next()).rejects.toMatchObject({ code: 'disposed' })
    expect(source.returns).toBe(1)
  })
})
