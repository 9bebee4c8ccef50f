// Bytes in, their SHA-256 as 64 hexadecimal digits out: by the browser, or by core where the page is not secure.
import { loadUnusualStart } from './load-unusual-start'

/** Only pages of https:, localhost and extensions have crypto.subtle. */
export const hasSubtle = (): boolean => globalThis.crypto?.subtle !== undefined

export async function sha256(bytes: Uint8Array): Promise<string> {
  if (!hasSubtle()) return (await loadUnusualStart()).sha256(bytes)
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
