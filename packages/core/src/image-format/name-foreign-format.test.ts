// Bytes of formats that are met instead of a picture in; what messages call them, and the mend, out.
import { expect, it } from 'vitest'
import { nameForeignFormat } from './name-foreign-format'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

it.each([
  ['\0\0\0\x18ftypheic', /^HEIC is not supported.*Convert/],
  ['\0\0\0\x18ftypisom', /^MP4 or QuickTime video is/],
  ['II*\0', /^TIFF is/],
  ['\xff\x0a', /^JPEG XL is/],
  ['%PDF-1.7', /^PDF is/],
  ['BM\x36\0\0\0\0\0\0\0', /^BMP is/],
  ['BM is no bitmap', /text that starts with "BM is no bitmap"/],
  ['\x1a\x45\xdf\xa3', /^WebM or Matroska video is/],
  ['<!-- drawn --><svg xmlns="">', /^SVG is/],
  ['P6 2 2 255', /^PNM is/],
  ['\xef\xbb\xbf<!DOCTYPE html><title>404</title>', /HTML page.*path or address/],
  ['<?xml version="1.0"?><Error/>', /are XML/],
  ['{"error":"none"}', /are JSON/],
  ['not found', /text that starts with "not found"/],
  ['nicht gefunden: \xc3\xa4', /text that starts with/],
  ['\x01\x02\x03\x04', /starts with the bytes 01 02 03 04\. .*raw pixels/],
])('%j', (start, expected) => {
  expect(nameForeignFormat(bytes(start))).toMatch(expected)
})
