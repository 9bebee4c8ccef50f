// Values of many kinds in; which of them have the structure of decoded pixels out.
import { expect, it } from 'vitest'
import { isDecodedSource } from './is-decoded-source'

const data = new Uint8Array(12)

it.each([
  ['raw pixels', { data, width: 2, height: 2 }],
  ['raw pixels with channels', { data, width: 2, height: 2, channels: 3 }],
  ['what an ImageData is', new (class { data = new Uint8ClampedArray(16); width = 2; height = 2 })()],
  ['pixels that readPixels refuses', { data: new DataView(data.buffer), width: 'two', height: 2 }],
  ['pixels in a plain array', { data: [0, 0], width: 1, height: 2 }],
  ['an ndarray of two sides', { data, shape: [3, 4], stride: [4, 1], offset: 0 }],
  ['an ndarray with channels', { data, shape: [2, 2, 3], stride: [6, 3, 1], offset: 0 }],
  ['an ndarray on a plain array', { data: [1, 2], shape: [1, 2], stride: [2, 1], offset: 0 }],
])('accepts %s', (_, value) => {
  expect(isDecodedSource(value)).toBe(true)
})

it.each([
  ['undefined', undefined], ['null', null], ['a string', 'shirt.png'], ['bytes', data], ['an array', [data]],
  ['a picture element', { width: 2, height: 2 }],
  ['an embedded object, whose data is an address', { data: 'a.png', width: 2, height: 2 }],
  ['a size without pixels', { data: null, width: 2, height: 2 }],
  ['pixels without a size', { data }],
  ['an ndarray of one side', { data, shape: [12], stride: [1], offset: 0 }],
  ['an ndarray of four sides', { data, shape: [1, 2, 2, 3], stride: [12, 6, 3, 1], offset: 0 }],
  ['an ndarray with too few strides', { data, shape: [2, 2, 3], stride: [6, 3], offset: 0 }],
  ['an ndarray without an offset', { data, shape: [3, 4], stride: [4, 1] }],
])('refuses %s', (_, value) => {
  expect(isDecodedSource(value)).toBe(false)
})
