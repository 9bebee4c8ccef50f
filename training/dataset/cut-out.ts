// One picture of a batch and a square come in, the picture with the square set to zero comes out.
import { PICTURE_SIDE } from './picture-size'

/**
 * Zeroes the `size` by `size` square around (centreX, centreY) in the picture that starts at `target[from]`;
 * what lies outside the picture is left out. An even square reaches one pixel further to the left and top.
 * Source: DeVries and Taylor, "Improved Regularization of CNNs with Cutout" (arXiv 1708.04552).
 */
export function cutOut(target: Float32Array, from: number, size: number, centreX: number, centreY: number): void {
  const [x, y] = [centreX - Math.floor(size / 2), centreY - Math.floor(size / 2)]
  const [left, right] = [Math.max(0, x), Math.min(PICTURE_SIDE, x + size)]
  const [top, bottom] = [Math.max(0, y), Math.min(PICTURE_SIDE, y + size)]
  if (left >= right) return // fill() would read a negative end as counted from the back
  for (let row = top; row < bottom; row++) {
    target.fill(0, from + row * PICTURE_SIDE + left, from + row * PICTURE_SIDE + right)
  }
}
