// Digests in all ways of writing in; the same 64 hexadecimal digits, or undefined, out.
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { parseIntegrity } from './parse-integrity'

const hash = createHash('sha256').update('manifest').digest()
const hex = hash.toString('hex')

it.each([`sha256-${hash.toString('base64')}`, `sha256-${hex}`, `sha256-${hex.toUpperCase()}`])('reads %s', (text) => {
  expect(parseIntegrity(text)).toBe(hex)
})

it.each([
  '',
  'sha256-',
  hex,
  `sha384-${hex}`,
  `sha256-${hex.slice(2)}`,
  `sha256-${hex}00`,
  `SHA256-${hex}`,
  `sha256-${hash.toString('base64').slice(0, -4)}`,
  'sha256-????',
  7,
  null,
  undefined,
  {},
])('refuses %j', (text) => {
  expect(parseIntegrity(text)).toBeUndefined()
})
