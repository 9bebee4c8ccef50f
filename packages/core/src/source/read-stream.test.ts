// Streams that give, stall, fail and give too much in; their bytes, or a typed error and a stream that was let go, out.
import { describe, expect, it } from 'vitest'
import type { ClassifierError } from '../classifier-error'
import { readStream } from './read-stream'

const limits = { maxBytes: 10 }

/** Gives the chunks, then what `end` says. */
function webStream(chunks: readonly unknown[], end: () => Promise<{ done: boolean }> = async () => ({ done: true })) {
  const left = [...chunks]
  const state = { cancelled: 0 }
  const reader = {
    read: async () => (left.length > 0 ? { done: false, value: left.shift() } : end()),
    cancel: async () => { state.cancelled++ },
  }
  return { state, stream: { getReader: () => reader } }
}

const never = () => new Promise<never>(() => undefined)
const failure = (reading: Promise<unknown>) => reading.then(() => expect.unreachable(), (error: ClassifierError) => error)

describe('readStream', () => {
  it.each<readonly [string, readonly unknown[], readonly number[]]>([
    ['nothing', [], []],
    ['bytes', [Uint8Array.of(1, 2), Uint8Array.of(3)], [1, 2, 3]],
    ['a part of a buffer', [new Uint8Array([9, 1, 2, 9]).subarray(1, 3)], [1, 2]],
    ['a DataView and an ArrayBuffer', [new DataView(Uint8Array.of(4).buffer), Uint8Array.of(5).buffer], [4, 5]],
    ['text, as UTF-8', ['aé€'], [0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac]],
    ['exactly as much as is allowed', [new Uint8Array(10)], new Array<number>(10).fill(0)],
  ])('joins %s, of a web stream and of an async iterable', async (_, chunks, bytes) => {
    const { state, stream } = webStream(chunks)
    expect([...await readStream(stream, 'it', limits)]).toEqual(bytes)
    expect(state.cancelled).toBe(0)
    const iterable = (async function* () { yield* chunks })()
    expect([...await readStream(iterable, 'it', limits)]).toEqual(bytes)
  })

  it('lets a stream go that grows too large', async () => {
    const { state, stream } = webStream([new Uint8Array(6), new Uint8Array(5), new Uint8Array(6)])
    const error = await failure(readStream(stream, '"shirt.png"', limits))
    expect(error).toMatchObject({ code: 'image-too-large', message: expect.stringMatching(/"shirt\.png".*more than 10 bytes/) as string })
    expect(state.cancelled).toBe(1)
  })

  it.each([['a number', 5], ['an object', {}], ['null', null]])('refuses a chunk that is %s', async (_, chunk) => {
    const { state, stream } = webStream([chunk])
    expect((await failure(readStream(stream, 'it', limits))).code).toBe('input-type')
    expect(state.cancelled).toBe(1)
  })

  it('gives the reason of a stream that fails', async () => {
    const broken = new Error('the line is cut')
    const { stream } = webStream([Uint8Array.of(1)], () => Promise.reject(broken))
    expect(await failure(readStream(stream, 'it', limits))).toMatchObject({ code: 'image-unreadable', cause: broken })
  })

  it('gives the reason of a stream that somebody else reads', async () => {
    const locked = new Error('it is locked')
    const stream = { getReader: () => { throw locked } }
    expect(await failure(readStream(stream, 'it', limits))).toMatchObject({ code: 'image-unreadable', cause: locked })
  })

  it('waits for no stream that stalls when it is aborted', async () => {
    const { state, stream } = webStream([Uint8Array.of(1)], never)
    const abort = new AbortController()
    const reading = failure(readStream(stream, 'it', { ...limits, signal: abort.signal }))
    abort.abort()
    expect((await reading).code).toBe('aborted')
    expect(state.cancelled).toBe(1)
  })

  it('destroys a Node stream that stalls: its return() would wait for it', async () => {
    let destroyed = 0
    const iterator = { next: never, return: () => expect.unreachable() }
    const stream = { [Symbol.asyncIterator]: () => iterator, destroy: () => { destroyed++ } }
    const abort = new AbortController()
    const reading = failure(readStream(stream, 'it', { ...limits, signal: abort.signal }))
    abort.abort()
    expect((await reading).code).toBe('aborted')
    expect(destroyed).toBe(1)
  })

  it('reports the first failure, however the stream takes its cancelling', async () => {
    const reader = { read: async () => ({ done: false, value: 5 }), cancel: () => Promise.reject(new Error('never mind')) }
    expect((await failure(readStream({ getReader: () => reader }, 'it', limits))).code).toBe('input-type')
  })
})
