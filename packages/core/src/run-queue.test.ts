// Pictures of overlapping calls in; which runs they share, in which order, and who hears of a failure, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { CountedAbort } from '../test/counted-abort'
import { makeGate, settle } from '../test/gate'
import { answerTo, RecordedRuns, request } from '../test/recorded-runs'
import { ClassifierError } from './classifier-error'

let runs: RecordedRuns

beforeEach(() => { runs = new RecordedRuns() })

describe('joining', () => {
  it('runs what waits together, in order of arrival, and gives each call its own', async () => {
    const queue = runs.queue()
    const answers = await Promise.all([answerTo(queue, 1), answerTo(queue, 2, 3), answerTo(queue, 4)])
    expect(answers).toEqual([[1], [2, 3], [4]])
    expect(runs.values).toEqual([[1, 2, 3, 4]])
  })

  it('waits for nobody: what comes during a run takes part in the next', async () => {
    const queue = runs.queue()
    const door = makeGate()
    runs.gate = door.opened
    const first = answerTo(queue, 1)
    await settle()
    expect(runs.values).toEqual([[1]])
    const later = [answerTo(queue, 2), answerTo(queue, 3)]
    door.open()
    expect(await Promise.all([first, ...later])).toEqual([[1], [2], [3]])
    expect(runs.values).toEqual([[1], [2, 3]])
    expect(runs.timers.asked).toEqual([])
  })

  it.each<[number, number[][], number[][]]>([
    [1, [[1], [2], [3]], [[1], [2], [3]]],
    [2, [[1], [2], [3]], [[1, 2], [3]]],
    [4, [[1, 2, 3], [4, 5], [6]], [[1, 2, 3], [4, 5, 6]]],
    [4, [[1], [2, 3, 4, 5, 6], [7], [8]], [[1], [2, 3, 4, 5, 6], [7, 8]]], // a long one runs alone
  ])('at most %i pictures: %j run as %j', async (maxSize, calls, expected) => {
    const queue = runs.queue({ maxSize })
    expect(await Promise.all(calls.map((values) => answerTo(queue, ...values)))).toEqual(calls)
    expect(runs.values).toEqual(expected)
  })

  it('asks for the outputs of all that take part, and never overlaps two runs', async () => {
    const queue = runs.queue()
    const logits = queue.enqueue({ ...request(2), lengths: { logits: null } })
    const scores = queue.enqueue(request(1))
    expect(Object.keys((await logits)[0])).toContain('logits')
    expect(Object.keys((await scores)[0])).toContain('scores')
    expect(runs.wanted).toEqual([['logits', 'scores']])
  })

  it('tells each call once that it starts', async () => {
    const queue = runs.queue()
    const started: number[] = []
    runs.refuse = (pictures) => { if (pictures.length > 1) throw new Error('too many') }
    const calls = [1, 2].map((value) =>
      queue.enqueue({ ...request(value), onStart: () => started.push(value) }))
    await Promise.all(calls)
    expect(runs.values).toEqual([[1, 2], [1], [2]])
    expect(started).toEqual([1, 2])
  })
})

describe('a run that fails', () => {
  const guilty = (value: number) => (pictures: readonly number[]) => {
    if (pictures.includes(value)) throw new Error(`no ${value}`)
  }

  it('is repeated call by call: only the guilty one rejects', async () => {
    const queue = runs.queue()
    runs.refuse = guilty(2)
    const calls = [answerTo(queue, 1), answerTo(queue, 2), answerTo(queue, 3)]
    const settled = await Promise.allSettled(calls)
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(settled[1]).toMatchObject({ reason: new Error('no 2') })
    expect(runs.values).toEqual([[1, 2, 3], [1], [2], [3]])
    expect(await answerTo(queue, 4)).toEqual([4])
  })

  it('is not repeated where the call was alone', async () => {
    const queue = runs.queue()
    runs.refuse = guilty(2)
    await expect(answerTo(queue, 2)).rejects.toThrow('no 2')
    expect(runs.values).toEqual([[2]])
  })

  it('is not repeated for those who have left', async () => {
    const queue = runs.queue()
    const door = makeGate()
    const abort = new CountedAbort()
    runs.gate = door.opened
    runs.refuse = guilty(2)
    const left = queue.enqueue({ ...request(1), signal: abort.signal })
    const failing = answerTo(queue, 2)
    await settle()
    abort.abort()
    await expect(left).rejects.toMatchObject({ code: 'aborted' })
    door.open()
    await expect(failing).rejects.toThrow('no 2')
    expect(runs.values).toEqual([[1, 2], [2]])
  })

  it('is not repeated on a device that is lost: everybody hears of it, and later calls go on', async () => {
    const queue = runs.queue()
    runs.refuse = () => { throw new ClassifierError('device-lost', 'The device is gone.') }
    const settled = await Promise.allSettled([answerTo(queue, 1), answerTo(queue, 2)])
    expect(settled).toMatchObject([{ reason: { code: 'device-lost' } }, { reason: { code: 'device-lost' } }])
    expect(runs.values).toEqual([[1, 2]])
    runs.refuse = () => undefined
    expect(await answerTo(queue, 3)).toEqual([3])
  })
})

describe('abort', () => {
  it('takes what waits out at once: it is never run, and its place is free', async () => {
    const queue = runs.queue()
    const door = makeGate()
    const abort = new CountedAbort()
    runs.gate = door.opened
    const first = answerTo(queue, 1)
    await settle()
    const second = queue.enqueue({ ...request(2), signal: abort.signal })
    const third = answerTo(queue, 3)
    await settle()
    abort.abort('why')
    await expect(second).rejects.toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'why' })
    expect(runs.values).toEqual([[1]])
    door.open()
    expect(await Promise.all([first, third])).toEqual([[1], [3]])
    expect(runs.values).toEqual([[1], [3]])
    expect(abort.listeners).toBe(0)
  })

  it('lets go of what runs, which ends before the next run begins, and harms no neighbour', async () => {
    const queue = runs.queue()
    const door = makeGate()
    const abort = new CountedAbort()
    runs.gate = door.opened
    const first = queue.enqueue({ ...request(1), signal: abort.signal })
    const beside = answerTo(queue, 2)
    await settle()
    const next = answerTo(queue, 3)
    abort.abort()
    await expect(first).rejects.toMatchObject({ code: 'aborted' })
    await settle()
    expect(runs.values).toEqual([[1, 2]])
    door.open()
    expect(await Promise.all([beside, next])).toEqual([[2], [3]])
  })

  it('before the call: nothing is queued', async () => {
    const queue = runs.queue()
    const call = queue.enqueue({ ...request(1), signal: AbortSignal.abort() })
    await expect(call).rejects.toMatchObject({ code: 'aborted' })
    await queue.idle()
    expect(runs.values).toEqual([])
  })
})

it('is idle only when the running and the waiting calls have ended', async () => {
  const queue = runs.queue({ maxSize: 1 })
  const door = makeGate()
  runs.gate = door.opened
  let ended = 0
  for (const value of [1, 2]) void answerTo(queue, value).then(() => ended++)
  const idle = queue.idle().then(() => ended)
  await settle()
  door.open()
  expect(await idle).toBe(2)
})
