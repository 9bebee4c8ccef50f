// Something that a page draws or shows in, its pixels as they are shown now out; it is neither changed nor closed.
import { untilAborted } from '@stylelens/core'
import type { DecodedImage, DecodeOptions } from '@stylelens/core'
import type { DrawnSource } from './image-source'
import { explainDrawn, openDrawn } from './open-drawn'
import { readBitmap } from './pixels/read-bitmap'

async function readPixels(bitmap: ImageBitmap, source: DrawnSource): Promise<DecodedImage> {
  try {
    const data = await readBitmap(bitmap)
    return { data, width: bitmap.width, height: bitmap.height, channels: 4, orientation: 1 }
  } catch (error) {
    throw explainDrawn(error, source)
  } finally {
    bitmap.close()
  }
}

/** Throws 'image-empty', 'image-too-large', 'image-unreadable' for pixels of another site, or 'aborted'. */
export async function decodeDrawn(source: DrawnSource, options: DecodeOptions): Promise<DecodedImage> {
  const bitmap = await openDrawn(source, options)
  return untilAborted(readPixels(bitmap, source), options.signal)
}
