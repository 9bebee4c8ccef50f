// Base64 text in, its bytes out; undefined where it is not base64.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Map([...alphabet].map((letter, value) => [letter, value]))

/** RFC 4648, section 4, padding included. The pipeline has neither `atob` nor `Buffer`. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const letters = text.replace(/={1,2}$/, '')
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4))
  let bits = 0
  let length = 0
  for (const letter of letters) {
    const value = values.get(letter)
    if (value === undefined) return undefined
    // Not more than 6 bits are left of the letters before, so that 32 are enough.
    bits = ((bits << 6) | value) & 0xffff
    length += 6
    if (length % 8 < 6) bytes[Math.floor(length / 8) - 1] = (bits >> (length % 8)) & 0xff
  }
  return bytes
}
