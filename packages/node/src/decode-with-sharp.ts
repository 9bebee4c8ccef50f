// The bytes of a PNG, JPEG, WebP, GIF or AVIF file in, its stored pixels and its EXIF orientation out, by sharp.
import { isClassifierError } from '@stylelens/core'
import type { DecodedImage } from '@stylelens/core'
import type { Metadata, Sharp } from 'sharp'
import type { OpenSharp } from './decoders/open-sharp'
import { checkPixels, corruptPicture } from './decoders/picture-errors'

export interface PixelLimits {
  readonly maxPixels: number
  readonly sharp: OpenSharp
}

/** sharp spreads grey over three channels: [h, w, 3 or 4] back to [h, w, 1 or 2]. */
function collapseGrey(data: Uint8Array, channels: number): Uint8Array {
  const kept = channels === 4 ? 2 : 1
  const grey = new Uint8Array((data.length / channels) * kept)
  for (let from = 0, to = 0; to < grey.length; from += channels, to += kept) {
    grey[to] = data[from]
    if (kept === 2) grey[to + 1] = data[from + 3]
  }
  return grey
}

/** AVIF is stored turned and mirrored by its own boxes, which the decoder has applied: its EXIF says nothing more. */
function orientationOf({ orientation = 1 }: Metadata): number {
  return orientation >= 1 && orientation <= 8 ? orientation : 1
}

async function readPixels(picture: Sharp, metadata: Metadata): Promise<DecodedImage> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const isGrey = metadata.space === 'b-w' || metadata.space === 'grey16'
  const pixels = isGrey ? collapseGrey(data, info.channels) : new Uint8Array(data.buffer, data.byteOffset, data.length)
  const channels = (pixels.length / (width * height)) as DecodedImage['channels']
  return { data: pixels, width, height, channels, orientation: orientationOf(metadata) }
}

/**
 * Stored values, as they are in the file: no colour profile is applied and no EXIF orientation. A palette becomes
 * RGB(A), 16-bit values become `value >> 8`, CMYK becomes RGB; of an animation the first frame is taken.
 * Throws 'image-too-large' from the header alone, and 'image-corrupt' for damaged data.
 */
export async function decodeWithSharp(
  bytes: Uint8Array,
  format: string,
  name: string,
  { maxPixels, sharp }: PixelLimits,
): Promise<DecodedImage> {
  try {
    // the limit on pixels is ours: sharp's own would speak another language
    const picture = sharp(bytes, { failOn: 'truncated', limitInputPixels: false, ignoreIcc: true })
    const metadata = await picture.metadata()
    checkPixels(metadata, name, maxPixels)
    return await readPixels(picture, metadata)
  } catch (error) {
    if (isClassifierError(error)) throw error
    throw corruptPicture(name, format, error)
  }
}
