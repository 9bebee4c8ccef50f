// Occlusion: grey things are laid over a garment until a wished share of it is hidden.
import { PICTURE_SIDE } from '../dataset/picture-size'
import { drawInteger, drawUnit, type RandomSource } from '../dataset/random-source'
import type { Corrupt } from './corruption'

// What is darker than this counts as background: it is about what a garment's shadow on black has.
const background = 20

/**
 * Lays ellipses and boxes of one grey each, from 4 to 12 pixels wide and high, on the picture, each around a pixel of the
 * garment. The last one is laid pixel by pixel, so that `share` (0..1) of the garment's pixels is hidden, to the pixel.
 */
export const occlude =
  (share: number): Corrupt =>
  (picture, random) => {
    const target = Uint8Array.from(picture)
    const garment = [...picture.keys()].filter((place) => picture[place] > background)
    const hidden = new Set<number>()
    const wanted = Math.round(share * garment.length)
    while (hidden.size < wanted) {
      const { places, grey } = drawThing(random, garment[drawInteger(random, garment.length)])
      for (const place of places) {
        if (hidden.size === wanted) break
        if (picture[place] > background) hidden.add(place)
        target[place] = grey
      }
    }
    return target
  }

/** A box or an ellipse around `centre`, row by row, and its grey. */
function drawThing(random: RandomSource, centre: number): { places: number[]; grey: number } {
  const [halfWidth, halfHeight] = [2 + drawUnit(random) * 4, 2 + drawUnit(random) * 4]
  const isBox = drawUnit(random) < 0.5
  const grey = 40 + drawInteger(random, 216)
  const [middleX, middleY] = [centre % PICTURE_SIDE, Math.floor(centre / PICTURE_SIDE)]
  const covers = (place: number) => {
    const x = Math.abs((place % PICTURE_SIDE) - middleX) / halfWidth
    const y = Math.abs(Math.floor(place / PICTURE_SIDE) - middleY) / halfHeight
    return isBox ? Math.max(x, y) <= 1 : x * x + y * y <= 1
  }
  return { places: Array.from({ length: PICTURE_SIDE ** 2 }, (_, place) => place).filter(covers), grey }
}
