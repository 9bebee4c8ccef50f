// Stored pixels with their EXIF orientation in, the picture as it is to be seen out.
import type { DecodedImage, PixelImage } from '../image'

/** Where the seen picture's pixels lie in the stored one: the first, one column on, one row on, counted in pixels. */
interface Walk {
  readonly start: number
  readonly columnStep: number
  readonly rowStep: number
}

/**
 * Applies the EXIF orientation (tag 0x0112 of EXIF 2.32): 2 mirrored, 3 turned by 180 degrees, 4 flipped, 5 to 8 the
 * same with rows and columns exchanged. 1 and values that EXIF does not know leave the picture as it is, uncopied.
 */
export function orient(image: DecodedImage): PixelImage {
  const { data, width, height, channels, orientation } = image
  const walk = walkOf(orientation, width, height)
  if (walk === undefined) return { data, width, height, channels }
  const exchanged = orientation >= 5
  const seen = { width: exchanged ? height : width, height: exchanged ? width : height, channels }
  return { data: copyPixels(data, seen, walk), ...seen }
}

function walkOf(orientation: number, width: number, height: number): Walk | undefined {
  const lastColumn = width - 1
  const lastRow = (height - 1) * width
  switch (orientation) {
    case 2: return { start: lastColumn, columnStep: -1, rowStep: width }
    case 3: return { start: lastRow + lastColumn, columnStep: -1, rowStep: -width }
    case 4: return { start: lastRow, columnStep: 1, rowStep: -width }
    case 5: return { start: 0, columnStep: width, rowStep: 1 }
    case 6: return { start: lastRow, columnStep: -width, rowStep: 1 }
    case 7: return { start: lastRow + lastColumn, columnStep: -width, rowStep: -1 }
    case 8: return { start: lastColumn, columnStep: width, rowStep: -1 }
    default: return undefined
  }
}

function copyPixels(stored: PixelImage['data'], seen: Omit<PixelImage, 'data'>, walk: Walk): Uint8Array {
  const { width, height, channels } = seen
  const copy = new Uint8Array(width * height * channels)
  let to = 0
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = (walk.start + row * walk.rowStep + column * walk.columnStep) * channels
      for (let channel = 0; channel < channels; channel++) copy[to++] = stored[from + channel]
    }
  }
  return copy
}
