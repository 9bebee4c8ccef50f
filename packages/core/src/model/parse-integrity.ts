// 'sha256-...' as a caller writes it in; the digest as 64 hexadecimal digits, or undefined where it is none, out.
import { decodeBase64 } from '../session/decode-base64'

/** Base64 with its padding, as in HTML's `integrity` attribute, or hexadecimal digits. */
export function parseIntegrity(text: unknown): string | undefined {
  if (typeof text !== 'string' || !text.startsWith('sha256-')) return undefined
  const digest = text.slice('sha256-'.length)
  if (/^[0-9a-f]{64}$/i.test(digest)) return digest.toLowerCase()
  const bytes = decodeBase64(digest)
  return bytes?.length === 32 ? toHex(bytes) : undefined
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
