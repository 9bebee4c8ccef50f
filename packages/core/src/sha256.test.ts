// Bytes in; their SHA-256, the same as Node's, out.
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256 } from './sha256'

const nodes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

it.each([0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 100_003])('%d bytes', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 131 + (index >> 7)) % 256)
  expect(sha256(bytes)).toBe(nodes(bytes))
})

it('is the one of the standard for "abc"', () => {
  const wanted = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(sha256(Uint8Array.of(0x61, 0x62, 0x63))).toBe(wanted)
})

it('reads a view within a larger buffer', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256)
  expect(sha256(bytes.subarray(7, 207))).toBe(nodes(bytes.subarray(7, 207)))
})
