// Glass blur, as a patterned pane makes it: blurred, neighbours swapped at random, blurred again.
import { PICTURE_SIDE } from '../dataset/picture-size'
import { drawInteger, drawUnit } from '../dataset/random-source'
import type { Corrupt } from './corruption'
import { gaussianKernel } from '../augmentation/gaussian-kernel'

const kernel = gaussianKernel(0.7, 3) // severity 1 of MNIST-C; cut off at four deviations
const passes = 2

/** The published code takes the columns of a grey picture for colours, and so blurs down the columns alone. So does this. */
export const glassBlur: Corrupt = (picture, random) => {
  const blurred = blurColumns(picture)
  for (let pass = 0; pass < passes; pass++) {
    for (let y = PICTURE_SIDE - 1; y > 1; y--) {
      for (let x = PICTURE_SIDE - 1; x > 1; x--) {
        if (drawUnit(random) < 0.5) continue
        const [left, up] = [drawInteger(random, 2), drawInteger(random, 2)]
        swap(blurred, y * PICTURE_SIDE + x, (y - up) * PICTURE_SIDE + x - left)
      }
    }
  }
  return blurColumns(blurred)
}

/** Beyond the edge the value at the edge counts. */
function blurColumns(picture: Uint8Array): Uint8Array {
  const radius = (kernel.length - 1) / 2
  return picture.map((_, place) => {
    const [x, y] = [place % PICTURE_SIDE, Math.floor(place / PICTURE_SIDE)]
    const row = (offset: number) => Math.min(PICTURE_SIDE - 1, Math.max(0, y + offset))
    const sum = kernel.reduce((total, weight, index) => total + weight * picture[row(index - radius) * PICTURE_SIDE + x], 0)
    return sum + 1e-9 // weights of sum 1 may add up to a hair less, and fractions are cut off
  })
}

function swap(values: Uint8Array, one: number, other: number): void {
  const kept = values[one]
  values[one] = values[other]
  values[other] = kept
}
