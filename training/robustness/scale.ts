// Scale: the garment is seen from farther away, at 0.7 of its size.
import type { Corrupt } from './corruption'
import { warpAffine } from '../augmentation/warp-affine'

const size = 0.7 // severity 3 of MNIST-C

export const scale: Corrupt = (picture) => {
  const target = new Uint8Array(picture.length)
  warpAffine(picture, [1 / size, 0, 0, 1 / size], target)
  return target
}
