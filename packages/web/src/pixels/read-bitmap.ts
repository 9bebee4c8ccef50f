// A bitmap in; its RGBA pixels out, without loss.
import { loadPart } from '@stylelens/core'
import { isOpaque, readOpaque } from './read-opaque'

/**
 * [height * width * 4], alpha not premultiplied. Exact; where a picture is transparent and there is no WebGL, colours
 * are as near as a canvas keeps them, which on a background is one level at most.
 */
export async function readBitmap(bitmap: ImageBitmap): Promise<Uint8Array | Uint8ClampedArray> {
  const pixels = readOpaque(bitmap)
  if (isOpaque(pixels)) return pixels
  const { readSheer } = await loadPart(() => import('./read-sheer'))
  return (await readSheer(bitmap)) ?? pixels
}
