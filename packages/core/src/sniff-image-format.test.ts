// Tables of first bytes in; the format, or the error's code and words, out.
import { describe, expect, it } from 'vitest'
import { sniffImageFormat } from './sniff-image-format'

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const errorOf = (text: string, source?: string): unknown => {
  try {
    return sniffImageFormat(bytesOf(text), source)
  } catch (error) {
    return error
  }
}

describe('supported formats', () => {
  it.each([
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['png', '\x89PNG\n\x1a\n'], // line ends damaged in transfer: a corrupt PNG, not an unknown format
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['jpeg', '\xff\xd8\xff\xdb'],
    ['gif', 'GIF87a'],
    ['gif', 'GIF89a\x01\0'],
    ['webp', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['avif', '\0\0\0\x1cftypavif\0\0\0\0mif1miaf'],
    ['avif', '\0\0\0\x1cftypavis\0\0\0\0msf1miaf'],
    ['avif', '\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf'],
  ])('%s: %j', (format, text) => {
    expect(sniffImageFormat(bytesOf(text))).toEqual({ format })
  })

  it('looks for brands within the first box only', () => {
    expect(errorOf('\0\0\0\x14ftypmif1\0\0\0\0heicavif')).toHaveProperty('code', 'image-unsupported')
    expect(errorOf('\0\0\0\x14ftypmif1avifheic')).toHaveProperty('code', 'image-unsupported')
  })
})

describe('everything else', () => {
  it.each([
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['HEIC', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
    ['MP4 or QuickTime video', '\0\0\0\x18ftypisom\0\0\0\0'],
    ['TIFF', 'II*\0\x08\0\0\0'], ['TIFF', 'MM\0*\0\0\0\x08'],
    ['BMP', 'BM\x36\x10\0\0\0\0\0\0\x36\0\0\0'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg">'], ['SVG', '\n<?xml version="1.0"?>\n<!-- a --><svg width="1">'],
    ['SVG', '\xef\xbb\xbf<svg>'],
    ['PDF', '%PDF-1.7\n%\xe2\xe3'], ['PSD', '8BPS\0\x01'], ['ICO', '\0\0\x01\0\x01\0'],
    ['JPEG XL', '\xff\x0a\xfa'], ['JPEG XL', '\0\0\0\x0cJXL \r\n\x87\n'], ['JPEG 2000', '\0\0\0\x0cjP  \r\n'],
    ['PNM', 'P6\n28 28\n255\n'],
  ])('%s is not supported: %j', (name, text) => {
    expect(errorOf(text, 'shirt.heic')).toMatchObject({
      code: 'image-unsupported',
      message: `Cannot decode "shirt.heic": ${name} is not supported. `
        + 'Convert it to PNG, JPEG or WebP, or pass decoded pixels. [image-unsupported]',
    })
  })

  it.each([
    ['an HTML page', '<!DOCTYPE html><title>Not found</title>'], ['an HTML page', '  <html lang="de">'],
    ['JSON', '{"error":"no such picture"}'], ['JSON', '[1, 2]'], ['XML', '<?xml version="1.0"?><Error/>'],
    ['text that starts with "BM W, wie schon"', 'BM W, wie schon'],
    ['text that starts with "sch n"', 'sch\xc3\xb6n'],
    ['text that starts with "version https://git-lfs.github.com/spec/"',
      'version https://git-lfs.github.com/spec/v1\noid sha256'],
  ])('the bytes are %s: %j', (words, text) => {
    const message = `Cannot decode the picture: the bytes are ${words}, not a picture. `
      + 'Check that the path or address leads to the picture itself. [image-unsupported]'
    expect(errorOf(text)).toMatchObject({ code: 'image-unsupported', message })
  })

  it.each([
    ['00 01 02 03', '\0\x01\x02\x03'], ['89 50 4e', '\x89PN'], ['ff d8', '\xff\xd8'], ['20', ' '],
    ['52 49 46 46 24 00 00 00', 'RIFF\x24\0\0\0WAVE'],
  ])('unknown bytes are named: %s', (bytes, text) => {
    expect(errorOf(text)).toMatchObject({
      code: 'image-unsupported',
      message: expect.stringContaining(`no known picture format starts with the bytes ${bytes}. Pass `) as unknown,
    })
  })

  it('has a code of its own for no bytes', () => {
    const message = 'Cannot decode "a.png": it has 0 bytes. Pass a picture. [image-empty]'
    expect(errorOf('', 'a.png')).toMatchObject({ code: 'image-empty', message })
  })
})
