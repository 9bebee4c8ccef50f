// A picture of any encoded kind in, its stored pixels and the EXIF orientation still to be applied out.
import { describeSource, nameOfSource, sniffImageFormat } from '@stylelens/core'
import type { DecodedImage, DecodeOptions, EncodedSource } from '@stylelens/core'
import { checkAborted, orAborted } from './check-aborted'
import { decodeWithSharp } from './decode-with-sharp'
import { decodeWithoutSharp } from './decoders/decode-without-sharp'
import { openSharp } from './decoders/open-sharp'
import type { ImportSharp } from './decoders/open-sharp'
import { readSource } from './read-source'

/**
 * Decodes PNG, JPEG, WebP, GIF (first frame) and AVIF; the bytes themselves say which it is, not a name. Where sharp
 * cannot be loaded, PNG and JPEG have other decoders.
 * Throws 'input-type', 'input-closed', 'image-*', 'decoder-missing' or 'aborted'.
 */
export async function decodeImage(
  source: EncodedSource,
  options: DecodeOptions,
  importSharp?: ImportSharp,
): Promise<DecodedImage> {
  const name = describeSource(source)
  const bytes = await readSource(source, name, options)
  checkAborted(options.signal)
  const { format } = sniffImageFormat(bytes, nameOfSource(source))
  const { maxPixels } = options
  const opened = await openSharp(importSharp)
  const decoding =
    'sharp' in opened
      ? decodeWithSharp(bytes, format, name, { maxPixels, sharp: opened.sharp })
      : decodeWithoutSharp(bytes, format, name, { maxPixels, failure: opened.failure })
  return orAborted(decoding, options.signal)
}
