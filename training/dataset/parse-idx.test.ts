// Good and damaged IDX bytes come in; checked are the views and, for each damage, the error.
import { describe, expect, it } from 'vitest'
import { isDatasetError } from './dataset-error'
import { idxBytes } from './idx-bytes'
import { parseIdxImages, parseIdxLabels } from './parse-idx'

const pixels = new Uint8Array(2 * 784).map((_, index) => index % 251)
const images = idxBytes([2, 28, 28], pixels)
const labels = idxBytes([3], Uint8Array.of(9, 0, 4))
const caught = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (isDatasetError(error)) return error
  }
  throw new Error('expected a DatasetError')
}

it('views pictures as [N, 28, 28] without a copy', () => {
  const view = parseIdxImages(images, 'pictures')
  expect(view.shape).toEqual([2, 28, 28])
  expect(view.dtype).toBe('uint8')
  expect(view.get(1, 27, 3)).toBe(pixels[784 + 27 * 28 + 3])
  expect(view.data.buffer).toBe(images.buffer)
})

it('reads from the middle of a buffer', () => {
  const padded = new Uint8Array(images.length + 5)
  padded.set(images, 5)
  expect(parseIdxImages(padded.subarray(5), 'pictures').data).toEqual(pixels)
})

it('views labels as [N], also of none', () => {
  const view = parseIdxLabels(labels, 'labels')
  expect([view.shape, view.dtype, ...view.data]).toEqual([[3], 'uint8', 9, 0, 4])
  expect(parseIdxLabels(idxBytes([0], new Uint8Array(0)), 'labels').shape).toEqual([0])
})

describe('damaged files', () => {
  it.each([
    ['labels for pictures', () => parseIdxImages(labels, 'f'), 'dataset-magic', 0, '0x00000801'],
    ['pictures for labels', () => parseIdxLabels(images, 'f'), 'dataset-magic', 0, '0x00000803'],
    ['still packed', () => parseIdxLabels(Uint8Array.of(31, 139, 8, 0, 0), 'f'), 'dataset-magic', 0, '0x1f8b0800'],
    ['empty', () => parseIdxImages(new Uint8Array(0), 'f'), 'dataset-truncated', 0, '0 bytes'],
    ['half a header', () => parseIdxImages(images.subarray(0, 11), 'f'), 'dataset-truncated', 11, '11 bytes'],
    ['a byte short', () => parseIdxImages(images.subarray(0, 1583), 'f'), 'dataset-truncated', 1583, '1583 bytes'],
    ['a byte long', () => parseIdxLabels(idxBytes([1], Uint8Array.of(1, 2)), 'f'), 'dataset-too-long', 9, '10 bytes'],
    ['32 by 32', () => parseIdxImages(idxBytes([1, 32, 32], new Uint8Array(1024)), 'f'), 'dataset-size', 8, '32 by 32'],
    ['label 10', () => parseIdxLabels(idxBytes([2], Uint8Array.of(9, 10)), 'f'), 'dataset-label', 9, '10'],
  ])('%s', (_, run, code, offset, received) => {
    expect(caught(run)).toMatchObject({ code, offset, received, file: 'f' })
  })

  it('says that a packed file is packed', () => {
    expect(caught(() => parseIdxImages(Uint8Array.of(31, 139, 8, 0, 0), 'f')).message).toContain('Unpack')
  })
})
