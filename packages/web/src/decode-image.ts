// A picture of any kind that a browser knows in, its pixels and the EXIF orientation still to be applied out.
import { describeSource, nameOfSource, sniffImageFormat, throwIfAborted, untilAborted } from '@stylelens/core'
import type { DecodedImage, DecodeOptions } from '@stylelens/core'
import { decodeBytes } from './decode-bytes'
import { decodeDrawn } from './decode-drawn'
import { isDrawn } from './drawn-kind'
import type { WebSource } from './image-source'
import { readSource } from './read-source'

/**
 * Decodes PNG, JPEG, WebP, GIF (first frame) and AVIF; the bytes themselves say which it is, not a name.
 * Throws 'input-type', 'input-closed', 'image-*', 'decoder-missing' or 'aborted'.
 */
export async function decodeImage(source: WebSource, options: DecodeOptions): Promise<DecodedImage> {
  if (isDrawn(source)) return decodeDrawn(source, options)
  const name = describeSource(source)
  const bytes = await readSource(source, name, options)
  throwIfAborted(options.signal)
  const { format } = sniffImageFormat(bytes, nameOfSource(source))
  return untilAborted(decodeBytes(bytes, format, name, options.maxPixels), options.signal)
}
