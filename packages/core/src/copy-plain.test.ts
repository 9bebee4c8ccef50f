// Nested options in, an independent copy without undefined keys out.
import { expect, it } from 'vitest'
import { copyPlain } from './copy-plain'

it('copies plain data deeply and leaves undefined keys out', () => {
  const original = { a: undefined, b: { c: [1, { d: undefined, e: 2 }] } }
  const copy = copyPlain(original)
  expect(Object.keys(copy)).toEqual(['b'])
  expect(copy).toEqual({ b: { c: [1, { e: 2 }] } })
  expect(copy.b).not.toBe(original.b)
  expect(copy.b.c).not.toBe(original.b.c)
})

it('passes on by reference what is not plain', () => {
  const bytes = new Uint8Array(2)
  const address = new URL('https://example.org/')
  const copy = copyPlain({ bytes, address })
  expect(copy.bytes).toBe(bytes)
  expect(copy.address).toBe(address)
})

it('takes a key named __proto__ as data', () => {
  const copy = copyPlain(JSON.parse('{"__proto__": {"polluted": true}}') as Record<string, unknown>)
  expect(copy.polluted).toBeUndefined()
  expect(Object.keys(copy)).toEqual(['__proto__'])
})
