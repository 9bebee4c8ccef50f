// The unpacked bytes of an IDX file come in, a view of its pictures or labels comes out.
import ndarray from 'ndarray'
import type { NdArray } from 'ndarray'
import { DatasetError } from './dataset-error'
import { CLASS_COUNT, PICTURE_PIXELS, PICTURE_SIDE } from './picture-size'

// The format: two zero bytes, a type byte (8 is uint8), the number of dimensions, each dimension as a big-endian
// uint32, then the values. Source: http://yann.lecun.com/exdb/mnist/
const IMAGES_MAGIC = 0x00000803
const LABELS_MAGIC = 0x00000801
const RENEW = 'Download the file again, or give the folder of the original files'

/**
 * Pictures as uint8 [N, 28, 28]; a view of `bytes`, nothing is copied. `file` is the name that errors tell.
 * @throws DatasetError dataset-magic, dataset-size, dataset-truncated, dataset-too-long
 */
export function parseIdxImages(bytes: Uint8Array, file: string): NdArray<Uint8Array> {
  const [count, height, width] = readDimensions(bytes, IMAGES_MAGIC, 3, file)
  if (height !== PICTURE_SIDE || width !== PICTURE_SIDE) {
    throw new DatasetError('dataset-size', {
      problem: 'The pictures have the wrong size', file, offset: 8,
      expected: `${PICTURE_SIDE} by ${PICTURE_SIDE}`, received: `${height} by ${width}`, action: RENEW,
    })
  }
  const pixels = readValues(bytes, 16, count * PICTURE_PIXELS, file)
  return ndarray(pixels, [count, PICTURE_SIDE, PICTURE_SIDE])
}

/**
 * Labels as uint8 [N]; a view of `bytes`, nothing is copied. `file` is the name that errors tell.
 * @throws DatasetError dataset-magic, dataset-truncated, dataset-too-long, dataset-label
 */
export function parseIdxLabels(bytes: Uint8Array, file: string): NdArray<Uint8Array> {
  const [count] = readDimensions(bytes, LABELS_MAGIC, 1, file)
  const labels = readValues(bytes, 8, count, file)
  const wrong = labels.findIndex((label) => label >= CLASS_COUNT)
  if (wrong !== -1) {
    throw new DatasetError('dataset-label', {
      problem: 'There is no such class', file, offset: 8 + wrong,
      expected: `a label from 0 to ${CLASS_COUNT - 1}`, received: `${labels[wrong]}`, action: RENEW,
    })
  }
  return ndarray(labels, [count])
}

function readDimensions(bytes: Uint8Array, magic: number, dimensions: number, file: string): number[] {
  const header = 4 + 4 * dimensions
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= 4 && view.getUint32(0) !== magic) {
    throw new DatasetError('dataset-magic', {
      problem: 'This is no such IDX file', file, offset: 0,
      expected: `the magic number ${hexadecimal(magic)}`, received: hexadecimal(view.getUint32(0)),
      action: bytes[0] === 0x1f && bytes[1] === 0x8b ? 'Unpack the file first, or let its name end in .gz' : RENEW,
    })
  }
  if (bytes.length < header) throw truncated(file, bytes.length, header)
  return Array.from({ length: dimensions }, (_, index) => view.getUint32(4 + 4 * index))
}

function readValues(bytes: Uint8Array, header: number, count: number, file: string): Uint8Array {
  if (bytes.length < header + count) throw truncated(file, bytes.length, header + count)
  if (bytes.length > header + count) {
    throw new DatasetError('dataset-too-long', {
      problem: 'The file goes on after its last value', file, offset: header + count,
      expected: `${header + count} bytes`, received: `${bytes.length} bytes`, action: RENEW,
    })
  }
  return bytes.subarray(header)
}

const hexadecimal = (value: number) => `0x${value.toString(16).padStart(8, '0')}`

const truncated = (file: string, length: number, expected: number) =>
  new DatasetError('dataset-truncated', {
    problem: 'The file ends too early', file, offset: length,
    expected: `${expected} bytes`, received: `${length} bytes`, action: RENEW,
  })
