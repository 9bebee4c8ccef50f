// A bitmap that is larger than a canvas may be in; its pixels out, as those of a smaller one are read.
import { bitmapTiles, placeTile } from './bitmap-tiles'
import { openCanvas } from './open-canvas'
import { tileSide } from './tile-side'

/** As `readOpaque`. */
export function readTiles(bitmap: ImageBitmap): Uint8ClampedArray {
  const { width, height } = bitmap
  const canvas = openCanvas(Math.min(width, tileSide), Math.min(height, tileSide))
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D | null
  if (context === null) throw new Error('the browser gives no canvas of this size')
  // replaces what the tile before has left, transparent pixels too
  context.globalCompositeOperation = 'copy'
  const all = new Uint8ClampedArray(width * height * 4)
  for (const tile of bitmapTiles(width, height)) {
    context.drawImage(bitmap, -tile.left, -tile.top)
    const { data } = context.getImageData(0, 0, tile.width, tile.height)
    placeTile(all, width, tile, data)
  }
  return all
}
