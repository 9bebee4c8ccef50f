// Texts and bytes in; the same text as the platform's own decoder gives, or undefined, out.
import { expect, it } from 'vitest'
import { decodeUtf8 } from './decode-utf8'

it.each([
  '',
  'ASCII',
  'Stiefelette à la mode',
  '靴',
  '👢 boot',
  '\u0000\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}',
  'x'.repeat(20_000) + '鞋'.repeat(9000),
])('%#: reads what was written', (text) => {
  expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text)
})

it('drops a byte order mark', () => {
  expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('A')
})

it.each([
  [[0x80]],
  [[0xc0, 0x80]],
  [[0xc1, 0xbf]],
  [[0xe0, 0x80, 0x80]],
  [[0xf0, 0x80, 0x80, 0x80]],
  [[0xed, 0xa0, 0x80]],
  [[0xf4, 0x90, 0x80, 0x80]],
  [[0xf5, 0x80, 0x80, 0x80]],
  [[0xff]],
  [[0xe2, 0x82]],
  [[0x41, 0xc3]],
  [[0xc3, 0x41]],
])('%j is no text', (bytes) => {
  expect(decodeUtf8(Uint8Array.from(bytes))).toBeUndefined()
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))).toThrow(TypeError)
})

it('agrees with the platform on every pair of bytes', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const attempt = (bytes: Uint8Array) => {
    try {
      return decoder.decode(bytes)
    } catch {
      return undefined
    }
  }
  for (let pair = 0; pair < 65536; pair++) {
    const bytes = Uint8Array.of(pair >> 8, pair & 255)
    if (decodeUtf8(bytes) !== attempt(bytes)) expect(decodeUtf8(bytes), String(bytes)).toBe(attempt(bytes))
  }
})
