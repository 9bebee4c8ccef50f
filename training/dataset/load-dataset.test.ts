// Tiny data folders in each form, whole and damaged, come in; checked are what is loaded and the errors.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixtureFolder, writeCsv, writeIdx } from './fixture-folder'
import type { FixtureFolder } from './fixture-folder'
import { idxBytes } from './idx-bytes'
import { loadDataset, loadTestImages, loadTrainingSet } from './load-dataset'

let folder: FixtureFolder
beforeEach(() => { folder = fixtureFolder() })
afterEach(() => folder[Symbol.dispose]())
const remove = (name: string) => rmSync(join(folder.directory, name))

describe.each([['IDX', writeIdx], ['CSV', writeCsv]])('%s files', (_, write) => {
  it('gives training pictures with labels and test pictures without', async () => {
    write(folder)
    const { train, test, location } = await loadDataset({ directory: folder.directory })
    expect(location).toEqual({ directory: folder.directory })
    expect([train.images.shape, train.labels.shape, test.images.shape]).toEqual([[3, 28, 28], [3], [2, 28, 28]])
    expect(train.images.data).toEqual(folder.pixels)
    expect(train.labels.data).toEqual(folder.labels)
    expect(test.images.data).toEqual(folder.pixels.subarray(784))
    expect(Object.keys(test)).toEqual(['images'])
  })
})

it('prefers IDX where both forms are there, and never mixes them', async () => {
  writeIdx(folder)
  writeCsv(folder)
  folder.write('train-labels-idx1-ubyte', idxBytes([3], Uint8Array.of(1, 1, 1)))
  expect([...(await loadTrainingSet(folder)).labels.data]).toEqual([1, 1, 1])
  remove('train-images-idx3-ubyte') // the IDX labels alone must not be used
  expect((await loadTrainingSet(folder)).labels.data).toEqual(folder.labels)
})

describe('errors', () => {
  it('tells that a part is missing, and which files would do', async () => {
    writeIdx(folder)
    remove('t10k-labels-idx1-ubyte')
    await expect(loadTestImages(folder)).rejects.toMatchObject({
      code: 'dataset-missing', file: folder.directory, expected: expect.stringContaining('fashion-mnist_test.csv'),
    })
  })

  it.each([
    ['another packed file', gzipSync(idxBytes([1], Uint8Array.of(1)))],
    ['half a packed file', gzipSync(idxBytes([1], Uint8Array.of(1))).subarray(0, 9)],
    ['an empty packed file', new Uint8Array(0)],
  ])('refuses %s by its md5', async (_, bytes) => {
    writeIdx(folder)
    folder.write('train-labels-idx1-ubyte.gz', bytes)
    await expect(loadTrainingSet(folder)).rejects.toMatchObject({
      code: 'dataset-checksum', file: join(folder.directory, 'train-labels-idx1-ubyte.gz'),
      expected: 'md5 25c81989df183df01b3e8a0aad5dffbe',
    })
  })

  it('names the damaged file with its path', async () => {
    writeIdx(folder)
    folder.write('train-images-idx3-ubyte', idxBytes([3, 28, 28], folder.pixels.subarray(1)))
    const file = join(folder.directory, 'train-images-idx3-ubyte')
    await expect(loadTrainingSet(folder)).rejects.toMatchObject({ code: 'dataset-truncated', file })
  })

  it('refuses labels that are more than the pictures', async () => {
    writeIdx(folder)
    folder.write('train-labels-idx1-ubyte', idxBytes([4], new Uint8Array(4)))
    await expect(loadTrainingSet(folder)).rejects.toMatchObject({ code: 'dataset-size', received: '4' })
  })

  it('wraps a file that cannot be read', async () => {
    writeIdx(folder)
    remove('train-labels-idx1-ubyte')
    mkdirSync(join(folder.directory, 'train-labels-idx1-ubyte'))
    await expect(loadTrainingSet(folder)).rejects.toMatchObject({ code: 'dataset-missing', cause: { code: 'EISDIR' } })
  })

  it('stops with the reason of an aborted signal', async () => {
    writeIdx(folder)
    const reason = new Error('enough')
    await expect(loadTrainingSet(folder, AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})
