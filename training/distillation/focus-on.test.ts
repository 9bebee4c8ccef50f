// Which views an epoch shows: the hardest always, each of the others once in so many epochs, and never one twice.
import { expect, it } from 'vitest'
import { focusOn } from './focus-on'

const count = 100
const entropy = (position: number) => (position * 37) % count // each value once
const focus = { hardest: 0.4, every: 3 }
const shown = (epoch: number) => Array.from(focusOn(focus, entropy, count, epoch))

it('shows as many in every epoch, none of them twice', () => {
  for (let epoch = 0; epoch < 9; epoch++) {
    expect(shown(epoch)).toHaveLength(60)
    expect(new Set(shown(epoch)).size).toBe(60)
  }
})

it('always shows those of which teachers are least sure', () => {
  const hardest = Array.from({ length: count }, (_, position) => position).filter((position) => entropy(position) >= 60)
  for (let epoch = 0; epoch < 3; epoch++) expect(shown(epoch)).toEqual(expect.arrayContaining(hardest))
})

it('shows every view within so many epochs, and the same ones whenever it is asked', () => {
  expect(new Set([0, 1, 2].flatMap(shown)).size).toBe(count)
  expect(shown(4)).toEqual(shown(1))
})

it('tells alike views apart by their place', () => {
  const [first, again] = [0, 0].map((epoch) => Array.from(focusOn(focus, () => 1, count, epoch)))
  expect(first).toEqual(again)
  expect(first.slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, position) => position))
})
