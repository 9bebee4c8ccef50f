// The real Fashion-MNIST files come in; checked are their shapes, and the promises of the project's split on them.
import { describe, expect, it } from 'vitest'
import { available } from '../../test/requirement'
import { loadDataset } from './load-dataset'
import type { Dataset } from './load-dataset'
import { loadSplit } from './load-split'
import { nearDuplicates } from './near-duplicates'
import { membersOf, splitTrainingSet } from './split'

const directory = process.env.FASHION_MNIST_DIR
const present = available('data', Boolean(directory), 'FASHION_MNIST_DIR is not set')
const note = present ? '' : ' (skipped: FASHION_MNIST_DIR is not set)'
let loading: Promise<Dataset> | undefined
const load = () => (loading ??= loadDataset({ directory }))

describe('the real data', () => {
  it.skipIf(!present)(`holds 60,000 and 10,000 pictures, 6,000 of each class${note}`, async () => {
    const { train, test } = await load()
    expect([train.images.shape, train.labels.shape]).toEqual([[60_000, 28, 28], [60_000]])
    expect(test.images.shape).toEqual([10_000, 28, 28])
    const counts = new Array<number>(10).fill(0)
    for (const label of train.labels.data) counts[label]++
    expect(counts).toEqual(new Array(10).fill(6000))
    expect([...train.labels.data.subarray(0, 5)]).toEqual([9, 0, 0, 3, 0])
  })

  it.skipIf(!present)(`is what the split was made of, 500 of each class to validation${note}`, async () => {
    const { train } = await load()
    const { validation } = loadSplit({ pixels: train.images.data })
    const counts = new Array<number>(10).fill(0)
    for (const index of validation) counts[train.labels.data[index]]++
    expect(counts).toEqual(new Array(10).fill(500))
  })

  it.skipIf(!present)(`has no near-duplicates across the split, which its seed makes again${note}`, async () => {
    const { train } = await load()
    const groups = nearDuplicates(train.images.data)
    const split = loadSplit()
    const chosen = new Set(split.validation)
    const several = [...membersOf(groups).values()].filter((members) => members.length > 1)
    expect(several.length).toBeGreaterThan(100)
    for (const members of several) {
      expect([0, members.length]).toContain(members.filter((index) => chosen.has(index)).length)
    }
    expect(splitTrainingSet(train.labels.data, groups, 20170825)).toEqual(split)
  }, 900_000)
})
