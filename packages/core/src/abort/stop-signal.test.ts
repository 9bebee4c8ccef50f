// Aborts and followers in; listeners called once, and none left behind, out.
import { expect, it } from 'vitest'
import { CountedAbort } from '../../test/counted-abort'
import { StopSignal } from './stop-signal'

it('calls each listener once, with the reason in place, and takes the first reason', () => {
  const stop = new StopSignal()
  const heard: unknown[] = []
  const removed = () => heard.push('removed')
  stop.addEventListener('abort', () => heard.push(stop.reason))
  stop.addEventListener('abort', removed)
  stop.removeEventListener('abort', removed)
  expect(stop.aborted).toBe(false)
  stop.abort('first')
  stop.abort('second')
  expect([stop.aborted, stop.reason, heard]).toEqual([true, 'first', ['first']])
})

it('follows another signal until it is let go', () => {
  const other = new CountedAbort()
  const stop = new StopSignal()
  const leave = stop.follow(other.signal)
  expect(other.listeners).toBe(1)
  other.abort('why')
  expect([stop.aborted, stop.reason]).toEqual([true, 'why'])
  leave()
  expect(other.listeners).toBe(0)
})

it('hears nothing after it has let go, and follows nobody where there is nobody', () => {
  const other = new CountedAbort()
  const stop = new StopSignal()
  stop.follow(other.signal)()
  stop.follow(undefined)()
  other.abort()
  expect(stop.aborted).toBe(false)
})

it('is aborted at once by a signal that is aborted already', () => {
  const stop = new StopSignal()
  stop.follow(AbortSignal.abort('late'))
  expect([stop.aborted, stop.reason]).toEqual([true, 'late'])
})
