// A picture of any encoded kind in, its stored pixels and the EXIF orientation still to be applied out.
import { sniffImageFormat } from '@stylelens/core'
import type { DecodedImage, DecodeOptions } from '@stylelens/core'
import type { EncodedSource } from './image-source'
import { checkAborted, orAborted } from './check-aborted'
import { decodeWithSharp } from './decode-with-sharp'
import { describeSource, nameOfSource } from './describe-source'
import { readSource } from './read-source'

/**
 * Decodes PNG, JPEG, WebP, GIF (first frame) and AVIF; the bytes themselves say which it is, not a name.
 * Throws 'input-type', 'input-closed', 'image-*', 'decoder-missing' or 'aborted'.
 */
export async function decodeImage(source: EncodedSource, options: DecodeOptions): Promise<DecodedImage> {
  const name = describeSource(source)
  const bytes = await readSource(source, name, options)
  checkAborted(options.signal)
  const { format } = sniffImageFormat(bytes, nameOfSource(source))
  return orAborted(decodeWithSharp(bytes, format, name, options), options.signal)
}
