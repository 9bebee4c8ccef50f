// The committed list of near-duplicates: as its checksum says, of these test pictures, and refused for others.
import { describe, expect, it } from 'vitest'
import { available } from '../../test/requirement'
import { rowsNearTraining } from '../evaluation/rows-near-training'
import { loadTestImages, loadTrainingSet } from './load-dataset'
import { loadTestNearDuplicates, readNearDuplicateFile } from './load-test-near-duplicates'
import { PICTURE_PIXELS } from './picture-size'
import { listSha256, pixelsSha256 } from './split-file'

const directory = process.env.FASHION_MNIST_DIR
const present = available('data', Boolean(directory), 'FASHION_MNIST_DIR is not set')
const file = readNearDuplicateFile()

it('lists some dozens of the 10,000 test pictures, in order, as its checksum says', () => {
  expect(listSha256(file.rows)).toBe(file.sha256)
  expect(file.rows.length).toBeGreaterThan(80)
  expect(file.rows.every((row, place) => row < 10_000 && row > (file.rows[place - 1] ?? -1))).toBe(true)
})

it('refuses other pictures', () => {
  expect(() => loadTestNearDuplicates(new Uint8Array(PICTURE_PIXELS))).toThrow(/not those of the list/)
})

describe.skipIf(!present)('on the real data (FASHION_MNIST_DIR)', () => {
  it('belongs to these pictures; near and far ones of it are told anew', async () => {
    const test = (await loadTestImages({ directory: directory ?? '' })).data
    const training = (await loadTrainingSet({ directory: directory ?? '' })).images.data
    expect(pixelsSha256(training)).toBe(file.trainingSha256)
    const rows = loadTestNearDuplicates(test)
    const some = [...file.rows.slice(0, 20), ...Array.from({ length: 60 }, (_, row) => row)]
    const pixels = new Uint8Array(some.length * PICTURE_PIXELS)
    some.forEach((row, place) => pixels.set(test.subarray(row * PICTURE_PIXELS, (row + 1) * PICTURE_PIXELS), place * PICTURE_PIXELS))
    const found = rowsNearTraining(training, pixels)
    expect(some.map((_, place) => found.has(place))).toEqual(some.map((row) => rows.has(row)))
  }, 900_000)
})
