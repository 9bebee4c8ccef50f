// Shear: the picture leans to the left or right, by 0.4 radians.
import { drawUnit } from '../dataset/random-source'
import type { Corrupt } from './corruption'
import { warpAffine } from '../augmentation/warp-affine'

const angle = 0.4 // severity 2 of MNIST-C

/** In scikit-image 0.19 a shear is not only x - sin(angle) y: it stretches y by 1 / cos(angle) too. */
export const shear: Corrupt = (picture, random) => {
  const lean = drawUnit(random) < 0.5 ? -angle : angle
  const target = new Uint8Array(picture.length)
  warpAffine(picture, [1, -Math.sin(lean), 0, Math.cos(lean)], target)
  return target
}
