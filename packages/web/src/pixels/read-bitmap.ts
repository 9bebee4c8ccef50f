// A bitmap in; its RGBA pixels out, without loss.
import { loadPart } from '@stylelens/core'
import { isOpaque, readOpaque } from './read-opaque'
import { tileSide } from './tile-side'

/**
 * [height * width * 4], alpha not premultiplied. Exact; where a picture is transparent and there is no WebGL, colours
 * are as near as a canvas keeps them, which on a background is one level at most.
 */
export async function readBitmap(bitmap: ImageBitmap): Promise<Uint8Array | Uint8ClampedArray> {
  const isSmall = bitmap.width <= tileSide && bitmap.height <= tileSide
  const small = isSmall ? readOpaque(bitmap) : undefined
  if (small && isOpaque(small)) return small
  const { readSheer, readTiles } = await loadPart(() => import('./other-bitmaps'))
  const pixels = small ?? readTiles(bitmap)
  return isOpaque(pixels) ? pixels : ((await readSheer(bitmap)) ?? pixels)
}
