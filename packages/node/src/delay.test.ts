// Delays and signals in; promises that resolve in time, and no timer or listener left, out.
import { expect, it, vi } from 'vitest'
import { delay } from './delay'

it('resolves when its time is over, not before', async () => {
  vi.useFakeTimers()
  try {
    let over = false
    const waiting = delay(50).then(() => { over = true })
    await vi.advanceTimersByTimeAsync(49)
    expect(over).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(over).toBe(true)
    await waiting
  } finally {
    vi.useRealTimers()
  }
})

it('resolves at once when aborted, before or meanwhile, and leaves no timer', async () => {
  vi.useFakeTimers()
  try {
    const controller = new AbortController()
    const waiting = delay(1000, controller.signal)
    expect(vi.getTimerCount()).toBe(1)
    controller.abort()
    await waiting
    await delay(1000, controller.signal)
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

it('leaves no listener when its time is over', async () => {
  const { signal } = new AbortController()
  const removed = vi.spyOn(signal, 'removeEventListener')
  await delay(1, signal)
  expect(removed).toHaveBeenCalledTimes(1)
})
