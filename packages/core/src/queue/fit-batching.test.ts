// Batching options and graphs of fixed batches in; the sizes of runs that suit both out.
import { expect, it } from 'vitest'
import { resolveBatching } from '../options/batching-options'
import { fitBatching } from './fit-batching'

it.each<[number | undefined, number | undefined, number, number]>([
  [undefined, undefined, 32, 128],
  [undefined, 8, 8, 8],
  [1, undefined, 1, 4],
  [3, undefined, 3, 6],
  [16, undefined, 16, 16],
  [64, undefined, 32, 64],
  [256, undefined, 32, 128],
  [16, 2, 2, 2],
  [1, 3, 1, 3],
])('batch %j and maxSize %j: joined calls of %i, lists of %i', (batch, given, maxSize, listSize) => {
  const batching = resolveBatching({ maxSize: given, maxQueue: 9 })
  expect(fitBatching(batching, batch)).toEqual({ maxSize, listSize, maxDelay: 0, maxQueue: 9 })
})
