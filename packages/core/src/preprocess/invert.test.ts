// Every grey in; its negative out, in memory of its own.
import { expect, it } from 'vitest'
import { invert } from './invert'

it('takes each value from 255 and leaves the picture that came in alone', () => {
  const data = Uint8Array.from({ length: 256 }, (_, value) => value)
  const negative = invert({ data, width: 16, height: 16, channels: 1 })
  expect(Array.from(negative.data)).toEqual(Array.from(data).reverse())
  expect(data[3]).toBe(3)
  expect(invert(negative).data).toEqual(data)
})
