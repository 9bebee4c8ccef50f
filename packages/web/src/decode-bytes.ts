// The bytes of a PNG, JPEG, WebP, GIF or AVIF file in, its stored pixels and its EXIF orientation out, by the browser.
import { ClassifierError } from '@stylelens/core'
import type { DecodedImage, sniffImageFormat } from '@stylelens/core'
import type { PictureHeader } from './header/picture-header'
import { readHeader, withoutOrientation } from './header/read-header'
import { readBitmap } from './pixels/read-bitmap'
import { checkPixels, corrupt, empty } from './source-errors'

type ImageFormat = ReturnType<typeof sniffImageFormat>['format']

function checkDecoder(name: string): void {
  if (typeof createImageBitmap === 'function') return
  throw new ClassifierError(
    'decoder-missing',
    `Cannot decode ${name}: there is no createImageBitmap here. In Node import @stylelens/node; elsewhere pass pixels.`,
  )
}

function checkWhole(bytes: Uint8Array, format: ImageFormat, name: string): PictureHeader {
  const header = readHeader(bytes, format)
  if (header === undefined) throw corrupt(name, format, new Error('its header cannot be read'))
  // some browsers show what is there of a picture, and grey for the rest
  if (header.damage !== undefined) throw corrupt(name, format, new Error(header.damage))
  if (header.width === 0 || header.height === 0) throw empty(name, 'it has no pixels. Pass a picture.')
  return header
}

async function openBitmap(bytes: Uint8Array, format: ImageFormat, name: string): Promise<ImageBitmap> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: `image/${format}` })
  try {
    return await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' })
  } catch (error) {
    throw corrupt(name, format, error)
  }
}

/**
 * Stored values, as they are in the file: no colour profile is applied and no EXIF orientation.
 * Throws 'image-too-large' from the header alone, 'image-corrupt' for damaged data.
 */
export async function decodeBytes(
  bytes: Uint8Array,
  format: ImageFormat,
  name: string,
  maxPixels: number,
): Promise<DecodedImage> {
  checkDecoder(name)
  const header = checkWhole(bytes, format, name)
  checkPixels(header.width, header.height, name, maxPixels)
  const bitmap = await openBitmap(withoutOrientation(bytes, header), format, name)
  try {
    const data = await readBitmap(bitmap)
    return { data, width: bitmap.width, height: bitmap.height, channels: 4, orientation: header.orientation }
  } finally {
    bitmap.close()
  }
}
