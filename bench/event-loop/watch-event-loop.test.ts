// Work that holds the event loop for a known time in; that time out.
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { watchEventLoop } from './watch-event-loop'

function hold(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end) Math.sqrt(2)
}

it.each([
  ['at once', async () => hold(150)],
  ['after a while', async () => { await delay(30); hold(150); await delay(30) }],
])('finds a hold that comes %s', async (_, work) => {
  const { most, p99, looks } = await watchEventLoop(work)
  expect(most).toBeGreaterThan(140)
  expect(p99).toBeLessThanOrEqual(most)
  expect(looks).toBeGreaterThan(1)
})

it('finds none where nobody holds it', async () => {
  const { looks, p99 } = await watchEventLoop(() => delay(300))
  // Of 300 looks few are late, even on a machine that does much else.
  expect(looks).toBeGreaterThan(30)
  expect(p99).toBeLessThan(140)
})
