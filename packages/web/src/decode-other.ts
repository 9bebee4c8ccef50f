// A picture of a kind that is not met every day in, its pixels and the EXIF orientation still to be applied out.
import { describeSource, throwIfAborted, untilAborted } from '@stylelens/core'
import type { DecodedImage, DecodeOptions } from '@stylelens/core'
import { decodeBytes } from './decode-bytes'
import { decodeDrawn } from './decode-drawn'
import { isDrawn } from './drawn-kind'
import type { WebSource } from './image-source'
import { readSource } from './read-source'

/** As `decodeImage`. */
export async function decodeOther(source: WebSource, options: DecodeOptions): Promise<DecodedImage> {
  if (isDrawn(source)) return decodeDrawn(source, options)
  const bytes = await readSource(source, describeSource(source), options)
  throwIfAborted(options.signal)
  return untilAborted(decodeBytes(bytes, source, options.maxPixels), options.signal)
}
