// Rotation: the picture is turned to the left or right, by 0.4 radians.
import { drawUnit } from '../dataset/random-source'
import type { Corrupt } from './corruption'
import { warpAffine } from '../augmentation/warp-affine'

const angle = 0.4 // severity 2 of MNIST-C

export const rotate: Corrupt = (picture, random) => {
  const turn = drawUnit(random) < 0.5 ? -angle : angle
  const target = new Uint8Array(picture.length)
  warpAffine(picture, [Math.cos(turn), -Math.sin(turn), Math.sin(turn), Math.cos(turn)], target)
  return target
}
