// Numbers of pictures in; blocks that lie in a row, are used again, and are never lent twice, out.
import { expect, it } from 'vitest'
import { InputBlocks } from './input-blocks'

const input = { width: 2, height: 3, channels: 1 } as const

it('gives inputs of the right size that lie in a row', () => {
  const inputs = new InputBlocks(input).take(3)
  expect(inputs.map(({ length, byteOffset }) => [length, byteOffset])).toEqual([[6, 0], [6, 24], [6, 48]])
  expect(new Set(inputs.map(({ buffer }) => buffer)).size).toBe(1)
})

it('uses again what was given back, for as many pictures or fewer', () => {
  const blocks = new InputBlocks(input)
  const first = blocks.take(3)
  blocks.giveBack(first)
  const second = blocks.take(2)
  expect(second).toHaveLength(2)
  expect(second[0].buffer).toBe(first[0].buffer)
})

it.each([
  ['is still lent', 3, () => undefined],
  ['is too small', 4, (blocks: InputBlocks, lent: readonly Float32Array[]) => blocks.giveBack(lent)],
])('makes a new one where the other %s', (_, pictures, before) => {
  const blocks = new InputBlocks(input)
  const lent = blocks.take(3)
  before(blocks, lent)
  const other = blocks.take(pictures)
  expect(other).toHaveLength(pictures)
  expect(other[0].buffer).not.toBe(lent[0].buffer)
})

it('keeps no more than a megabyte', () => {
  const blocks = new InputBlocks({ width: 512, height: 256, channels: 3 })
  const large = blocks.take(1)
  blocks.giveBack(large)
  expect(blocks.take(1)[0]).not.toBe(large[0])
})
