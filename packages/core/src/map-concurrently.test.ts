// Items and steps in, ordered results or the failure of the lowest index out.
import { expect, it } from 'vitest'
import { makeGate, settle } from '../test/gate'
import { mapConcurrently } from './map-concurrently'

it('keeps the order and the limit', async () => {
  let running = 0
  let most = 0
  const results = await mapConcurrently([5, 1, 3, 0, 2], 2, async (item, index) => {
    most = Math.max(most, ++running)
    for (let turn = 0; turn < item; turn++) await Promise.resolve()
    running--
    return `${index}:${item}`
  })
  expect(results).toEqual(['0:5', '1:1', '2:3', '3:0', '4:2'])
  expect(most).toBe(2)
})

it('rejects with the lowest failing index, although a later one failed first, and starts no more', async () => {
  const gate = makeGate()
  const started: number[] = []
  const result = mapConcurrently([0, 1, 2, 3, 4], 3, async (item) => {
    started.push(item)
    if (item === 1) await gate.opened
    if (item === 0) return item
    throw new Error(`item ${item}`)
  })
  await settle()
  gate.open()
  await expect(result).rejects.toThrow('item 1')
  expect(started).not.toContain(4)
})

it('gives [] for []', async () => {
  expect(await mapConcurrently([], 4, async () => 1)).toEqual([])
})
