// Pictures come in, small orthonormal summaries come out that bound the distance of two pictures from below.
import { PICTURE_PIXELS, PICTURE_SIDE } from './picture-size'

/** Sums over rectangles of equal size that tile the picture. */
export interface TileSums {
  /** Row by row, [N * tiles]; whole numbers. */
  sums: Float64Array
  /** Tiles of one picture. */
  tiles: number
  /** Pixels of one tile. */
  area: number
}

/**
 * The sums over tiles of `height` by `width` pixels (both divide 28) in pictures of uint8 [N * 784]. A sum divided by
 * the root of the tile's area is the coordinate along one of a set of orthonormal vectors. So for two pictures
 * (sum of squared differences of the sums) / area never exceeds their squared L2 distance, all without rounding.
 */
export function tileSums(pixels: Uint8Array, height: number, width: number): TileSums {
  const across = PICTURE_SIDE / width
  const tiles = (PICTURE_SIDE / height) * across
  const sums = new Float64Array((pixels.length / PICTURE_PIXELS) * tiles)
  const tileOf = Int32Array.from({ length: PICTURE_PIXELS }, (_, pixel) => {
    const row = Math.floor(Math.floor(pixel / PICTURE_SIDE) / height)
    return row * across + Math.floor((pixel % PICTURE_SIDE) / width)
  })
  for (let from = 0, to = 0; from < pixels.length; from += PICTURE_PIXELS, to += tiles) {
    for (let pixel = 0; pixel < PICTURE_PIXELS; pixel++) sums[to + tileOf[pixel]] += pixels[from + pixel]
  }
  return { sums, tiles, area: height * width }
}

/** L2 norms of pictures of uint8 [N * 784], in units of pixel values 0 to 255. */
export function pictureNorms(pixels: Uint8Array): Float64Array {
  const squares = new Float64Array(pixels.length / PICTURE_PIXELS)
  for (let index = 0; index < pixels.length; index++) {
    squares[Math.floor(index / PICTURE_PIXELS)] += pixels[index] * pixels[index]
  }
  return squares.map(Math.sqrt)
}

/** Pictures of uint8 [N * 784] mirrored left to right. */
export function mirror(pixels: Uint8Array): Uint8Array {
  const mirrored = pixels.slice()
  for (let row = 0; row < mirrored.length; row += PICTURE_SIDE) mirrored.subarray(row, row + PICTURE_SIDE).reverse()
  return mirrored
}
