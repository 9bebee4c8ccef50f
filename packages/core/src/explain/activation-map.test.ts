// Maps and weights small enough to be worked out by hand in; checked is which place speaks for which class.
import { expect, it } from 'vitest'
import { activationMap } from './activation-map'
import type { Head } from './find-landmarks'

const tensor = (dims: readonly number[], data: readonly number[]) => ({ dims, data: Float32Array.from(data) })
const maps = tensor([1, 2, 1, 2], [1, 3, 0, 4]) // two channels of one row
const average: Head = { poolings: [{ maps: 'm', kind: 'average' }], weight: 'w', transposed: false }

it('shares the logit out among the places', () => {
  const weight = tensor([2, 3], [10, 0, 1, 100, 0, -1]) // [features, classes]
  const ofFirst = activationMap(average, [maps], weight, 0)
  expect(ofFirst).toEqual({ height: 1, width: 2, values: Float32Array.of((10 * 1) / 2, (10 * 3 + 100 * 4) / 2) })
  expect([...(activationMap(average, [maps], weight, 2)?.values ?? [])]).toEqual([1 / 2, (3 - 4) / 2])
})

it('reads a transposed weight', () => {
  const weight = tensor([3, 2], [10, 100, 0, 0, 1, -1]) // [classes, features]
  expect([...(activationMap({ ...average, transposed: true }, [maps], weight, 2)?.values ?? [])]).toEqual([0.5, -0.5])
})

it('lays the part of a maximum where the maximum is', () => {
  const head: Head = { ...average, poolings: [...average.poolings, { maps: 'm', kind: 'maximum' }] }
  const weight = tensor([4, 1], [2, 0, 5, -1])
  const { values } = activationMap(head, [maps, maps], weight, 0) ?? { values: [] }
  expect([...values]).toEqual([1, 3 + 5 * 3 - 4])
})

it.each([
  ['weights for other maps', [maps], tensor([3, 1], [1, 1, 1])],
  ['maps of two sizes', [maps, tensor([1, 2, 1, 1], [1, 1])], tensor([4, 1], [1, 1, 1, 1])],
  ['maps without places', [tensor([1, 2], [1, 1])], tensor([2, 1], [1, 1])],
])('gives none of %s', (_, given, weight) => {
  expect(activationMap(average, given, weight, 0)).toBeUndefined()
})
