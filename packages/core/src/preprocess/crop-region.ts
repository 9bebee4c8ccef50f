// A picture and a region of it, as fractions, in; the pixels of that region out, still to be oriented as before.
import type { DecodedImage, PixelImage, Region } from '../image'

/** Whole pixels; right and bottom are the first ones outside. */
interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Each edge moves to the nearest edge of a pixel (a half moves right and down), so regions that touch share no pixel
 * and leave none out; where that leaves nothing, the pixel in which the region begins is taken.
 *
 * @param region within the picture as it is seen, after its orientation
 * @returns a copy, or the picture itself where the region is all of it
 */
export function cropRegion<Image extends DecodedImage | PixelImage>(image: Image, region: Region): Image {
  const orientation = 'orientation' in image ? image.orientation : 1
  const { width, height } = image
  const exchanged = orientation >= 5 && orientation <= 8
  const seen = boxOf(region, exchanged ? height : width, exchanged ? width : height)
  const { left, top, right, bottom } = storedBox(seen, orientation, width, height)
  if (right - left === width && bottom - top === height) return image
  return { ...image, data: copyBox(image, { left, top, right, bottom }), width: right - left, height: bottom - top }
}

function boxOf(region: Region, width: number, height: number): Box {
  const [left, right] = pixelEdges(region.left, region.width, width)
  const [top, bottom] = pixelEdges(region.top, region.height, height)
  return { left, top, right, bottom }
}

function pixelEdges(start: number, size: number, pixels: number): readonly [first: number, end: number] {
  const first = Math.round(start * pixels)
  const end = Math.min(pixels, Math.round((start + size) * pixels))
  if (first < end) return [first, end]
  const only = Math.min(Math.floor(start * pixels), pixels - 1)
  return [only, only + 1]
}

/** The same pixels in the stored picture: `orient` turned round (EXIF 2.32, tag 0x0112). */
function storedBox(seen: Box, orientation: number, width: number, height: number): Box {
  const { left, top, right, bottom } = seen
  switch (orientation) {
    case 2: return { left: width - right, top, right: width - left, bottom }
    case 3: return { left: width - right, top: height - bottom, right: width - left, bottom: height - top }
    case 4: return { left, top: height - bottom, right, bottom: height - top }
    case 5: return { left: top, top: left, right: bottom, bottom: right }
    case 6: return { left: top, top: height - right, right: bottom, bottom: height - left }
    case 7: return { left: width - bottom, top: height - right, right: width - top, bottom: height - left }
    case 8: return { left: width - bottom, top: left, right: width - top, bottom: right }
    default: return seen
  }
}

function copyBox({ data, width, channels }: PixelImage, { left, top, right, bottom }: Box): Uint8Array {
  const rowLength = (right - left) * channels
  const copy = new Uint8Array(rowLength * (bottom - top))
  for (let row = top; row < bottom; row++) {
    const start = (row * width + left) * channels
    copy.set(data.subarray(start, start + rowLength), (row - top) * rowLength)
  }
  return copy
}
