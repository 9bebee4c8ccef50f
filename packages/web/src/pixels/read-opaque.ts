// A bitmap in; its pixels out, exact where they are opaque: a canvas keeps colours multiplied by their alpha.
import { openCanvas } from './open-canvas'

/** [height * width * 4]. Throws a SecurityError where the bitmap comes from another site without its leave. */
export function readOpaque(bitmap: ImageBitmap): Uint8ClampedArray {
  const { width, height } = bitmap
  const canvas = openCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D | null
  if (context === null) throw new Error('the browser gives no canvas of this size')
  context.drawImage(bitmap, 0, 0)
  return context.getImageData(0, 0, width, height).data
}

export function isOpaque(pixels: Uint8ClampedArray): boolean {
  for (let index = 3; index < pixels.length; index += 4) if (pixels[index] !== 255) return false
  return true
}
