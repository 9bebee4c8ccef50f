// Raw pixels and ndarrays of every kind in; the bytes that are read from them out.
import { describe, expect, it } from 'vitest'
import type { NdArrayLike, RawPixels } from '../image'
import { readPixels } from './read-pixels'

const numbers = (length: number) => Array.from({ length }, (_, index) => index)
const listed = (source: RawPixels | NdArrayLike) => Array.from(readPixels(source).data)

describe('types of arrays', () => {
  const integers = [0, 1, 127, 100]
  it.each([
    new Uint8Array(integers), new Uint8ClampedArray(integers), new Int8Array(integers), new Uint16Array(integers),
    new Int16Array(integers), new Uint32Array(integers), new Int32Array(integers), Buffer.from(integers),
  ])('integers: %o', (data) => {
    expect(readPixels({ data, width: 2, height: 2, channels: 1 })).toMatchObject({ width: 2, height: 2, channels: 1 })
    expect(listed({ data, width: 2, height: 2, channels: 1 })).toEqual(integers)
  })

  it.each([Float32Array, Float64Array])('floats are rounded to the nearest byte, a half up', (FloatArray) => {
    const data = FloatArray.of(0, -0, 1, 0.5, 0.4 / 255, 0.6 / 255, 254.6 / 255)
    expect(listed({ data, width: 7, height: 1 })).toEqual([0, 0, 255, 128, 0, 1, 255])
  })

  it('every byte survives the way through float32', () => {
    const data = Float32Array.from(numbers(256), (value) => value / 255)
    expect(listed({ data, width: 16, height: 16 })).toEqual(numbers(256))
  })

  it('finds the channels from the length, as an ImageData needs', () => {
    expect(readPixels({ data: new Uint8ClampedArray(24), width: 3, height: 2 }).channels).toBe(4)
    expect(readPixels({ data: new Uint8Array(18), width: 3, height: 2 }).channels).toBe(3)
  })
})

describe('copies', () => {
  const data = Uint8Array.from(numbers(24))
  it('are not made of bytes that lie row by row', () => {
    expect(readPixels({ data, width: 4, height: 2, channels: 3 }).data).toBe(data)
    const rows = readPixels({ data, shape: [2, 3, 3], stride: [9, 3, 1], offset: 6 }).data
    expect([rows.buffer, rows.byteOffset, rows.length]).toEqual([data.buffer, 6, 18])
  })

  it('do not look at the stride of a side of one', () => {
    expect(readPixels({ data, shape: [1, 24], stride: [999, 1], offset: 0 }).data).toBe(data)
    expect(readPixels({ data, shape: [24, 1, 1], stride: [1, -7, 5], offset: 0 }).data).toBe(data)
  })
})

describe('strides', () => {
  const data = Uint8Array.from(numbers(12)) // [2, 3, 2]
  it.each<[string, readonly number[], readonly number[], number, readonly number[]]>([
    ['transposed', [3, 2, 2], [2, 6, 1], 0, [0, 1, 6, 7, 2, 3, 8, 9, 4, 5, 10, 11]],
    ['rows backwards', [2, 3, 2], [-6, 2, 1], 6, [6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 4, 5]],
    ['columns backwards', [2, 3, 2], [6, -2, 1], 4, [4, 5, 2, 3, 0, 1, 10, 11, 8, 9, 6, 7]],
    ['channels backwards', [2, 3, 2], [6, 2, -1], 1, [1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10]],
    ['every other column', [2, 2, 2], [6, 4, 1], 0, [0, 1, 4, 5, 6, 7, 10, 11]],
    ['the second channel', [2, 3], [6, 2], 1, [1, 3, 5, 7, 9, 11]],
    ['one pixel repeated', [2, 2], [0, 0], 7, [7, 7, 7, 7]],
    ['channels first', [3, 2, 2], [2, 1, 6], 0, [0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11]],
  ])('%s', (_, shape, stride, offset, expected) => {
    const image = readPixels({ data, shape, stride, offset })
    expect(Array.from(image.data)).toEqual(expected)
    expect([image.height, image.width, image.channels]).toEqual([shape[0], shape[1], shape[2] ?? 1])
    const floats = { data: Float64Array.from(data, (value) => value / 255), shape, stride, offset }
    expect(listed(floats)).toEqual(expected)
  })
})

describe('ndarrays on plain arrays', () => {
  const view = (data: readonly unknown[], dtype?: string) =>
    ({ data: data as number[], shape: [1, data.length], stride: [data.length, 1], offset: 0, dtype })
  it.each<[string | undefined, readonly number[], readonly number[]]>([
    ['array', [0, 1, 2], [0, 1, 2]], ['generic', [0, 0.5, 1], [0, 128, 255]], [undefined, [255, 0], [255, 0]],
    ['uint8', [0, 1], [0, 1]], ['float32', [0, 1], [0, 255]],
  ])('dtype %s: %j', (dtype, values, expected) => {
    expect(listed(view(values, dtype))).toEqual(expected)
  })

  it.each<[string, readonly unknown[], string | undefined]>([
    ['nothing but 0 and 1', [0, 1], 'array'], ['must be a float from 0 to 1, and is 7', [0.5, 7], undefined],
    ['must be an integer from 0 to 255, and is 0.5', [0.5, 7], 'uint8'],
    ['index 1 of data is undefined', [3, undefined], 'array'],
    ['must be a float from 0 to 1, and is "1"', [0, '1'], 'float64'],
    ['and is -3', [-3], 'array'], ['and is NaN', [2, NaN], 'array'],
  ])('%s', (words, values, dtype) => {
    expect(() => readPixels(view(values, dtype))).toThrow(words)
  })

  it('goes by the type of a typed array whatever the dtype says', () => {
    expect(listed({ ...view([]), data: Uint8Array.of(1), shape: [1, 1], dtype: 'float32' } as NdArrayLike)).toEqual([1])
  })
})

describe('pixels-invalid', () => {
  const float = (...values: number[]) => Float32Array.of(...values)
  const raw = (data: unknown, width: unknown, height: unknown, channels?: unknown) =>
    ({ data, width, height, channels })
  const view = (shape: number[], stride: number[], offset: number) =>
    ({ data: new Uint8Array(12), shape, stride, offset })
  it.each<[string, unknown]>([
    ['index 1 of data (row 0, column 1, channel 0) must be an integer from 0 to 255, and is 256',
      raw(Uint16Array.of(0, 256), 2, 1)],
    ['and is -1', raw(Int8Array.of(-1), 1, 1)],
    ['index 5 of data (row 1, column 0, channel 2) must be a float from 0 to 1, and is 1.5',
      raw(float(0, 0, 0, 0, 0, 1.5), 1, 2)],
    ['and is NaN', raw(float(NaN), 1, 1)], ['and is Infinity', raw(float(Infinity), 1, 1)],
    ['cannot be a BigInt64Array', raw(BigInt64Array.of(1n), 1, 1)],
    ['and is an object of type DataView', raw(new DataView(new ArrayBuffer(1)), 1, 1)],
    ['must be a typed array, such as a Uint8Array, and is [1, 2]', raw([1, 2], 2, 1)],
    ['The width of pixels must be a whole number of at least 1, and is 1.5', raw(new Uint8Array(3), 1.5, 2)],
    ['The height of pixels must be a whole number of at least 1, and is 0', raw(new Uint8Array(0), 1, 0)],
    ['and is "2"', raw(new Uint8Array(4), '2', 2)], ['and is NaN', raw(new Uint8Array(4), 2, NaN)],
    ['and have 5', raw(new Uint8Array(5), 1, 1, 5)], ['and have 0', raw(new Uint8Array(0), 1, 1, 0)],
    ['and have "3"', raw(new Uint8Array(3), 1, 1, '3')],
    ['2 x 2 pixels of 3 channels have 12 values, and data has 11', raw(new Uint8Array(11), 2, 2, 3)],
    ['data has 10 values, which for 2 x 2 pixels is not', raw(new Uint8Array(10), 2, 2)],
    ['reads positions 0 to 12 of data, which has 12 values', view([2, 6], [7, 1], 0)],
    ['reads positions -1 to 4', view([2, 3], [3, -1], 1)],
    ['must be whole numbers, and are 0.5', view([1, 1], [1, 1], 0.5)],
    ['and are 0 and [1, NaN]', view([1, 1], [1, NaN], 0)], ['The height of pixels', view([0, 3], [3, 1], 0)],
    ['and have 6', view([1, 2, 6], [12, 6, 1], 0)],
    ['must be an array, and is', { ...view([1, 1], [1, 1], 0), data: { get: () => 1 } }],
  ])('%s', (words, source) => {
    const read = () => readPixels(source as RawPixels)
    expect(read).toThrow(words)
    expect(read).toThrow(expect.objectContaining({ code: 'pixels-invalid' }))
  })
})
