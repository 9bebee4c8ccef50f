// The first bytes of a file in; which of the five formats it is, or undefined, out.
import { startsWith } from './starts-with'

export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif'

export function formatOf(bytes: Uint8Array): ImageFormat | undefined {
  // The rest of PNG's signature only tells damage in transfer: that is for the decoder to report.
  if (startsWith(bytes, '\x89PNG')) return 'png'
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpeg'
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'gif'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp'
  return isAvif(bytes) ? 'avif' : undefined
}

/** Box length (4 bytes), 'ftyp', major brand, minor version, then compatible brands (ISO/IEC 14496-12, 4.3). */
function isAvif(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, 'ftyp', 4)) return false
  const boxLength = bytes[0] * 0x1000000 + bytes[1] * 0x10000 + bytes[2] * 0x100 + bytes[3]
  const end = Math.min(boxLength, bytes.length)
  for (let at = 8; at + 4 <= end; at += 4) {
    // At 12 stands the minor version, which is a number.
    if (at !== 12 && (startsWith(bytes, 'avif', at) || startsWith(bytes, 'avis', at))) return true
  }
  return false
}
