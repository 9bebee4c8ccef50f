// Calls, and time that passes, in; whether they wait for company, and how long, out.
import { beforeEach, describe, expect, it } from 'vitest'
import { CountedAbort } from '../test/counted-abort'
import { makeGate, settle } from '../test/gate'
import { answerTo, RecordedRuns, request } from '../test/recorded-runs'

let runs: RecordedRuns

beforeEach(() => { runs = new RecordedRuns() })

describe('maxDelay', () => {
  it('waits that long for company, from the arrival of the first', async () => {
    const queue = runs.queue({ maxDelay: 10 })
    const first = answerTo(queue, 1)
    await settle()
    expect([runs.timers.asked, runs.values]).toEqual([[10], []])
    runs.timers.pass(6)
    const second = answerTo(queue, 2)
    await settle()
    expect(runs.values).toEqual([])
    runs.timers.pass(4)
    expect(await Promise.all([first, second])).toEqual([[1], [2]])
    expect(runs.values).toEqual([[1, 2]])
  })

  it('ends early when the run is full', async () => {
    const queue = runs.queue({ maxDelay: 10, maxSize: 2 })
    const first = answerTo(queue, 1)
    await settle()
    expect(await Promise.all([first, answerTo(queue, 2)])).toEqual([[1], [2]])
    expect([runs.values, runs.timers.waiting]).toEqual([[[1, 2]], 0])
  })

  it('is no wait for what waited as long while another run was in progress', async () => {
    const queue = runs.queue({ maxDelay: 10, maxSize: 2 })
    const door = makeGate()
    runs.gate = door.opened
    const full = [answerTo(queue, 1), answerTo(queue, 2)]
    await settle()
    const late = answerTo(queue, 3)
    await settle()
    runs.timers.pass(11)
    door.open()
    expect(await Promise.all([...full, late])).toEqual([[1], [2], [3]])
    expect(runs.timers.asked).toEqual([])
  })

  it('ends early when nobody is left to wait, and when the classifier is disposed', async () => {
    const queue = runs.queue({ maxDelay: 10 })
    const abort = new CountedAbort()
    const left = queue.enqueue({ ...request(1), signal: abort.signal })
    await settle()
    abort.abort()
    await expect(left).rejects.toMatchObject({ code: 'aborted' })
    await settle()
    expect([runs.timers.waiting, runs.values]).toEqual([0, []])
    const call = answerTo(queue, 2)
    await settle()
    await queue.idle()
    expect(await call).toEqual([2])
    expect(runs.timers.waiting).toBe(0)
  })
})
