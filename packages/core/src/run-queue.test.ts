// Overlapping jobs in, one at a time and in order out, whatever fails or is aborted.
import { expect, it } from 'vitest'
import { CountedAbort } from '../test/counted-abort'
import { makeGate, settle } from '../test/gate'
import { RunQueue } from './run-queue'

it('runs one job at a time, first come first served', async () => {
  const queue = new RunQueue()
  const log: string[] = []
  const job = (name: string, turns: number) => queue.enqueue(async () => {
    log.push(`${name} begins`)
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    log.push(`${name} ends`)
    return name
  })
  expect(await Promise.all([job('a', 9), job('b', 0), job('c', 3)])).toEqual(['a', 'b', 'c'])
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

it('goes on after a job that fails or throws', async () => {
  const queue = new RunQueue()
  const first = queue.enqueue(async () => { throw new Error('first') })
  const second = queue.enqueue(async () => 2)
  await expect(first).rejects.toThrow('first')
  expect(await second).toBe(2)
  await queue.idle()
  expect(await queue.enqueue(async () => 3)).toBe(3)
})

it('never starts a job that was aborted while waiting', async () => {
  const queue = new RunQueue()
  const gate = makeGate()
  const abort = new CountedAbort()
  const first = queue.enqueue(() => gate.opened.then(() => 1))
  let started = false
  const second = queue.enqueue(async () => { started = true }, abort.signal)
  const third = queue.enqueue(async () => 3)
  await settle()
  abort.abort('why')
  await expect(second).rejects.toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'why' })
  gate.open()
  expect(await Promise.all([first, third])).toEqual([1, 3])
  expect(started).toBe(false)
  expect(abort.listeners).toBe(0)
})

it('lets go of a running job when aborted, and waits for its end before the next', async () => {
  const queue = new RunQueue()
  const gate = makeGate()
  const abort = new CountedAbort()
  let ended = false
  const first = queue.enqueue(() => gate.opened.then(() => { ended = true }), abort.signal)
  const second = queue.enqueue(async () => ended)
  await settle()
  abort.abort()
  await expect(first).rejects.toMatchObject({ code: 'aborted' })
  gate.open()
  expect(await second).toBe(true)
})

it('is idle only when the running and the waiting jobs have ended', async () => {
  const queue = new RunQueue()
  const gate = makeGate()
  let ended = 0
  void queue.enqueue(() => gate.opened.then(() => ended++))
  void queue.enqueue(async () => ended++)
  const idle = queue.idle().then(() => ended)
  gate.open()
  expect(await idle).toBe(2)
})
