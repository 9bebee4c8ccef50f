// Motion blur, as a moving camera makes it: each value is smeared over a trail in one direction.
import { PICTURE_SIDE } from '../dataset/picture-size'
import { drawUnit } from '../dataset/random-source'
import type { Corrupt } from './corruption'
import { gaussianKernel } from '../augmentation/gaussian-kernel'

const radius = 10 // severity 1 of MNIST-C, as its deviation
const widest = Math.PI / 4 // the direction is drawn from -45 to 45 degrees

// ImageMagick's kernel begins at its peak: half a Gaussian, 21 values long.
const half = gaussianKernel(3, 2 * radius).slice(2 * radius)
const total = half.reduce((sum, weight) => sum + weight)
const trail = half.map((weight) => weight / total)

/** Beyond the edge the value at the edge counts. */
export const motionBlur: Corrupt = (picture, random) => {
  const angle = (2 * drawUnit(random) - 1) * widest
  const steps = trail.map((_, step) => [along(step, Math.cos(angle)), along(step, Math.sin(angle))] as const)
  const clip = (place: number) => Math.min(PICTURE_SIDE - 1, Math.max(0, place))
  return picture.map((_, place) => {
    const [x, y] = [place % PICTURE_SIDE, Math.floor(place / PICTURE_SIDE)]
    const value = (step: number) => picture[clip(y + steps[step][1]) * PICTURE_SIDE + clip(x + steps[step][0])]
    return Math.round(trail.reduce((sum, weight, step) => sum + weight * value(step), 0))
  })
}

/** Whole pixels of a step in a direction. */
const along = (step: number, share: number) => Math.ceil(step * share - 0.5)
