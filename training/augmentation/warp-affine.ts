// A picture and a linear map in; the picture as seen through it, around its centre and between its pixels, out.
import { PICTURE_SIDE } from '../dataset/picture-size'

/** Where a place of the result looks, relative to the centre: x' = a x + b y, y' = c x + d y. */
export type LinearMap = readonly [a: number, b: number, c: number, d: number]

const centre = (PICTURE_SIDE - 1) / 2

/** Bilinear; zero outside of the picture. Writes [784] values from `target[to]` on, of the range of `source`. */
export function warpAffine(
  source: ArrayLike<number>,
  [a, b, c, d]: LinearMap,
  target: { [place: number]: number },
  to = 0,
): void {
  for (let row = 0; row < PICTURE_SIDE; row++) {
    for (let column = 0; column < PICTURE_SIDE; column++) {
      const x = a * (column - centre) + b * (row - centre) + centre
      const y = c * (column - centre) + d * (row - centre) + centre
      const [left, top] = [Math.floor(x), Math.floor(y)]
      const [right, bottom] = [x - left, y - top] // weights
      const upper = at(source, left, top) * (1 - right) + at(source, left + 1, top) * right
      const lower = at(source, left, top + 1) * (1 - right) + at(source, left + 1, top + 1) * right
      target[to + row * PICTURE_SIDE + column] = upper * (1 - bottom) + lower * bottom
    }
  }
}

function at(source: ArrayLike<number>, x: number, y: number): number {
  const inside = x >= 0 && y >= 0 && x < PICTURE_SIDE && y < PICTURE_SIDE
  return inside ? source[y * PICTURE_SIDE + x] : 0
}
