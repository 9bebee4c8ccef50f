// Bytes that no decoder takes in, the end of an error message out: what they look like, and the mend.
import { startsWith } from './starts-with'

const convert = 'Convert it to PNG, JPEG or WebP, or pass decoded pixels.'
const checkSource = 'Check that the path or address leads to the picture itself.'
const longestQuote = 40

/** Signatures of formats that are often met instead of a supported one: offset, signature, name. */
const foreignFormats: readonly (readonly [number, string, string])[] = [
  [4, 'ftyphei', 'HEIC'], [4, 'ftyphev', 'HEIC'], [4, 'ftypmif1', 'HEIC'], [4, 'ftypmsf1', 'HEIC'],
  [4, 'ftypcrx', 'Canon CR3'], [4, 'ftyp', 'MP4 or QuickTime video'],
  [0, 'II*\0', 'TIFF'], [0, 'MM\0*', 'TIFF'], [0, 'II+\0', 'TIFF'], [0, 'MM\0+', 'TIFF'],
  [0, '\0\0\x01\0', 'ICO'], [0, '\0\0\x02\0', 'CUR'],
  [0, '\0\0\0\x0cJXL ', 'JPEG XL'], [0, '\xff\x0a', 'JPEG XL'],
  [0, '\0\0\0\x0cjP  ', 'JPEG 2000'], [0, '\xff\x4f\xff\x51', 'JPEG 2000'],
  [0, '8BPS', 'PSD'], [0, '%PDF', 'PDF'], [0, '%!PS', 'PostScript'], [0, 'qoif', 'QOI'],
  [0, 'v/1\x01', 'OpenEXR'], [0, 'DDS ', 'DDS'], [0, '#?RADIANCE', 'Radiance HDR'],
  [0, '\x1a\x45\xdf\xa3', 'WebM or Matroska video'], [0, 'PK\x03\x04', 'ZIP'], [0, '\x1f\x8b', 'gzip'],
]

export function nameForeignFormat(bytes: Uint8Array): string {
  const found = foreignFormats.find(([offset, signature]) => startsWith(bytes, signature, offset))
  if (found !== undefined) return `${found[2]} is not supported. ${convert}`
  // Two letters alone could be the start of a text: BMP also has four reserved bytes of zero.
  if (startsWith(bytes, 'BM') && startsWith(bytes, '\0\0\0\0', 6)) return `BMP is not supported. ${convert}`
  const text = readText(bytes)
  return text === undefined ? nameUnknown(bytes) : nameText(text)
}

function nameText(text: string): string {
  if (/<svg[\s>]/i.test(text)) return `SVG is not supported. ${convert}`
  if (/^P[1-7]\s/.test(text)) return `PNM is not supported. ${convert}`
  if (/^<(!doctype html|html|head|body)/i.test(text)) return `the bytes are an HTML page, not a picture. ${checkSource}`
  if (/^<\?xml/i.test(text)) return `the bytes are XML, not a picture. ${checkSource}`
  if (/^[{[]/.test(text)) return `the bytes are JSON, not a picture. ${checkSource}`
  const quote = JSON.stringify(text.slice(0, longestQuote).replace(/[^\x20-\x7e]+/g, ' '))
  return `the bytes are text that starts with ${quote}, not a picture. ${checkSource}`
}

function nameUnknown(bytes: Uint8Array): string {
  const start = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
  return `no known picture format starts with the bytes ${start}. `
    + 'Pass a PNG, JPEG, WebP, GIF or AVIF file, or raw pixels as { data, width, height }.'
}

/** The start of the bytes as trimmed text, or undefined where a control character says that they are none. */
function readText(bytes: Uint8Array): string | undefined {
  const withoutMark = startsWith(bytes, '\xef\xbb\xbf') ? bytes.subarray(3) : bytes
  const text = Array.from(withoutMark.subarray(0, 1024), (byte) => String.fromCharCode(byte)).join('').trim()
  return text === '' || /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\xff]/.test(asAscii(text)) ? undefined : text
}

/** Letters beyond ASCII are text where they form UTF-8; those sequences are taken out before judging. */
function asAscii(text: string): string {
  return text.replace(/[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g, '')
    .replace(/[\xc2-\xf4][\x80-\xbf]*$/, '')
}
