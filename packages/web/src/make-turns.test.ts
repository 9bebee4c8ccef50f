// Jobs that overlap, fail and stall in; the order in which they run out.
import { expect, it } from 'vitest'
import { makeTurns } from './make-turns'

it('runs one after the other, first come, first served, and gives each its own result', async () => {
  const inTurn = makeTurns()
  const events: string[] = []
  const job = (name: string) => async () => {
    events.push(`${name} begins`)
    await Promise.resolve()
    events.push(`${name} ends`)
    return name
  }
  expect(await Promise.all(['a', 'b', 'c'].map((name) => inTurn(job(name))))).toEqual(['a', 'b', 'c'])
  expect(events).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]))
})

it('fails the caller of a job that fails, and no other', async () => {
  const inTurn = makeTurns()
  const failing = inTurn(() => Promise.reject(new Error('no')))
  const next = inTurn(async () => 'yes')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
