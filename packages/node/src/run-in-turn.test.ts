// Jobs that overlap and fail in; their results, one after the other, out.
import { expect, it } from 'vitest'
import { runInTurn } from './run-in-turn'

it('never overlaps two jobs, keeps their order and survives failures', async () => {
  const events: string[] = []
  const job = (name: string, wait: number) => async () => {
    events.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve, wait))
    events.push(`${name} ends`)
    if (name === 'b') throw new Error(name)
    return name
  }
  const results = await Promise.allSettled([runInTurn(job('a', 20)), runInTurn(job('b', 1)), runInTurn(job('c', 5))])
  expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
