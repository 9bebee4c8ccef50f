// A bitmap in; its pixels out, exact where they are opaque: a canvas keeps colours multiplied by their alpha.
import { openCanvas } from './open-canvas'
import { bitmapTiles, placeTile, tileSide } from './bitmap-tiles'

/** [height * width * 4]. Throws a SecurityError where the bitmap comes from another site without its leave. */
export function readOpaque(bitmap: ImageBitmap): Uint8ClampedArray {
  const { width, height } = bitmap
  const canvas = openCanvas(Math.min(width, tileSide), Math.min(height, tileSide))
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D | null
  if (context === null) throw new Error('the browser gives no canvas of this size')
  // replaces what the tile before has left, transparent pixels too
  context.globalCompositeOperation = 'copy'
  const tiles = [...bitmapTiles(width, height)]
  const all = tiles.length === 1 ? undefined : new Uint8ClampedArray(width * height * 4)
  for (const tile of tiles) {
    context.drawImage(bitmap, -tile.left, -tile.top)
    const { data } = context.getImageData(0, 0, tile.width, tile.height)
    if (all === undefined) return data
    placeTile(all, width, tile, data)
  }
  return all ?? new Uint8ClampedArray()
}

export function isOpaque(pixels: Uint8ClampedArray): boolean {
  for (let index = 3; index < pixels.length; index += 4) if (pixels[index] !== 255) return false
  return true
}
