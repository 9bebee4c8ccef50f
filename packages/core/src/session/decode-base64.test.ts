// Texts in; the bytes that another decoder gives for them, or undefined, out.
import { describe, expect, it } from 'vitest'
import { decodeBase64 } from './decode-base64'

describe('decodeBase64', () => {
  it.each([0, 1, 2, 3, 4, 5, 255, 256, 257])('gives %i bytes back', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 151 + 200) % 256)
    expect(decodeBase64(btoa(String.fromCharCode(...bytes)))).toEqual(bytes)
  })

  it.each(['a', 'ab', 'abc', 'a===', 'ab=c', '====', 'ab-_', 'ab c', 'ab\n='])('refuses %j', (text) => {
    expect(decodeBase64(text)).toBeUndefined()
  })
})
