// Work and signals in; results, typed errors and no left listener out.
import { expect, it } from 'vitest'
import { CountedAbort } from '../../test/counted-abort'
import { makeGate, settle } from '../../test/gate'
import { untilAborted } from './until-aborted'

it('passes the result on and leaves no listener', async () => {
  const abort = new CountedAbort()
  const result = untilAborted(Promise.resolve(1), abort.signal)
  expect(abort.listeners).toBe(1)
  expect(await result).toBe(1)
  expect(abort.listeners).toBe(0)
})

it('passes the failure on and leaves no listener', async () => {
  const abort = new CountedAbort()
  await expect(untilAborted(Promise.reject(new Error('no')), abort.signal)).rejects.toThrow('no')
  expect(abort.listeners).toBe(0)
})

it('rejects at once when aborted, and hands a late result to discard', async () => {
  const abort = new CountedAbort()
  const gate = makeGate()
  const late: string[] = []
  const result = untilAborted(gate.opened.then(() => 'late'), abort.signal, (value) => void late.push(value))
  abort.abort('reason')
  await expect(result).rejects.toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'reason' })
  expect(abort.listeners).toBe(0)
  gate.open()
  await settle()
  expect(late).toEqual(['late'])
})

it('never adds a listener to a signal that is aborted already', async () => {
  const abort = new CountedAbort()
  abort.abort()
  await expect(untilAborted(Promise.resolve(1), abort.signal)).rejects.toMatchObject({ code: 'aborted' })
  expect(abort.listeners).toBe(0)
})

it('takes the abort of a native AbortController', async () => {
  const controller = new AbortController()
  const result = untilAborted(new Promise(() => undefined), controller.signal)
  controller.abort()
  await expect(result).rejects.toMatchObject({ code: 'aborted', cause: controller.signal.reason as unknown })
})
