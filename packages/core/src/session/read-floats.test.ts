// Outputs of every type in; float32 copies, or a typed error, out.
import { expect, it } from 'vitest'
import { readFloats } from './read-floats'

it('copies float32', () => {
  const data = Float32Array.of(1, -0.5)
  const read = readFloats('logits', { type: 'float32', data })
  expect(read).toEqual(data)
  expect(read.buffer).not.toBe(data.buffer)
})

it('takes float16 as bits, and as the array that newer engines have', () => {
  const bits = Uint16Array.of(0x3c00, 0xb800)
  expect(readFloats('logits', { type: 'float16', data: bits })).toEqual(Float32Array.of(1, -0.5))
  // a Float16Array gives numbers, as this does
  const numbers = Float64Array.of(1, -0.5)
  expect(readFloats('logits', { type: 'float16', data: numbers })).toEqual(Float32Array.of(1, -0.5))
})

it.each(['int64', 'float64', 'string'])('refuses %s by its name', (type) => {
  const read = () => readFloats('logits', { type, data: [] })
  expect(read).toThrow(expect.objectContaining({ code: 'model-invalid', message: expect.stringContaining(`is ${type};`) }))
})
