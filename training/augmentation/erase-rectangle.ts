// A picture in; with a rectangle of one grey at a random place, of a random shape, in place.
import { PICTURE_PIXELS, PICTURE_SIDE } from '../dataset/picture-size'
import { drawUnit, type RandomSource } from '../dataset/random-source'

/** `area`: its largest share of the picture, 0..1. Zhong et al. 2017, "Random Erasing". */
export function eraseRectangle(picture: Float32Array, area: number, random: RandomSource): void {
  const pixels = drawUnit(random) * area * PICTURE_PIXELS
  const ratio = 3 ** (2 * drawUnit(random) - 1)
  const width = Math.min(PICTURE_SIDE, Math.round(Math.sqrt(pixels * ratio)))
  const height = Math.min(PICTURE_SIDE, Math.round(Math.sqrt(pixels / ratio)))
  const left = Math.floor(drawUnit(random) * (PICTURE_SIDE - width + 1))
  const top = Math.floor(drawUnit(random) * (PICTURE_SIDE - height + 1))
  const grey = drawUnit(random)
  for (let row = top; row < top + height; row++) {
    picture.fill(grey, row * PICTURE_SIDE + left, row * PICTURE_SIDE + left + width)
  }
}
