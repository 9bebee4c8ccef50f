// A picture in; with a ramp of grey behind what is darker, as a background that was not quite removed leaves it, in place.
import { PICTURE_SIDE } from '../dataset/picture-size'
import { drawUnit, type RandomSource } from '../dataset/random-source'

/** `grey`: the brightest that the ramp may get, 0..1. It runs in any direction from 0 at one end, or from its top. */
export function addBackground(picture: Float32Array, grey: number, random: RandomSource): void {
  const top = drawUnit(random) * grey
  const start = drawUnit(random) * top
  const angle = 2 * Math.PI * drawUnit(random)
  const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)]
  const reach = (PICTURE_SIDE - 1) * Math.SQRT2 // of the diagonal, so that no corner leaves the ramp
  for (let place = 0; place < picture.length; place++) {
    const x = (place % PICTURE_SIDE) - (PICTURE_SIDE - 1) / 2
    const y = Math.floor(place / PICTURE_SIDE) - (PICTURE_SIDE - 1) / 2
    const share = (x * alongX + y * alongY) / reach + 0.5 // 0..1
    picture[place] = Math.max(picture[place], start + share * (top - start))
  }
}
