// The bytes of a PNG, JPEG, WebP, GIF or AVIF file in, its stored pixels and its EXIF orientation out, by the browser.
import { formatOf } from '@stylelens/core'
import type { DecodedImage, EncodedSource, ImageFormat } from '@stylelens/core'
import { readHeader, withoutOrientation } from './header/read-header'
import { loadPictureErrors } from './load-picture-errors'
import { readBitmap } from './pixels/read-bitmap'

async function openBitmap(bytes: Uint8Array, format: ImageFormat, source: EncodedSource): Promise<ImageBitmap> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: `image/${format}` })
  try {
    return await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' })
  } catch (error) {
    const { cannotDecode } = await loadPictureErrors()
    throw cannotDecode(source, format, error)
  }
}

/**
 * Stored values, as they are in the file: no colour profile is applied and no EXIF orientation.
 * Throws 'image-unsupported', 'image-too-large' from the header alone, 'image-corrupt' for damaged data ...
 */
export async function decodeBytes(bytes: Uint8Array, source: EncodedSource, maxPixels: number): Promise<DecodedImage> {
  const format = formatOf(bytes)
  const header = format && await readHeader(bytes, format)
  const pixels = header && header.damage === undefined ? header.width * header.height : 0
  if (!format || !header || pixels < 1 || pixels > maxPixels || typeof createImageBitmap !== 'function') {
    const { whyUndecodable } = await loadPictureErrors()
    throw whyUndecodable(bytes, source, header, maxPixels)
  }
  const bitmap = await openBitmap(withoutOrientation(bytes, header), format, source)
  try {
    const data = await readBitmap(bitmap)
    return { data, width: bitmap.width, height: bitmap.height, channels: 4, orientation: header.orientation }
  } finally {
    bitmap.close()
  }
}
