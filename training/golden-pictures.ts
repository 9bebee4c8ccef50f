// Nothing in; the few pictures out that a graphics driver must compute rightly to be trusted with a model.
import { PICTURE_PIXELS } from './dataset/picture-size'

const side = 28

type Level = (column: number, row: number) => number

/** Fabric: a fine weave, so that neighbouring pixels differ. */
const weave: Level = (column, row) => 170 + ((column * 31 + row * 17) % 11) * 7

/** A shirt, trousers, a shoe, and every level from 0 to 255 in a disorder that no garment has. */
const drawings: readonly Level[] = [
  (column, row) => {
    const body = column >= 9 && column < 19 && row >= 3
    const sleeves = row >= 3 && row < 12 && column >= 3 && column < 25
    return body || sleeves ? weave(column, row) : 0
  },
  (column, row) => {
    const waist = row < 6 && column >= 9 && column < 19
    const legs = row >= 6 && column >= 8 && column < 20 && Math.abs(column - 13.5) > 1
    return waist || legs ? weave(column, row) - 40 : 0
  },
  (column, row) => {
    const sole = row >= 19 && row < 22
    const upper = row >= 11 && row < 19 && column >= 24 - 2 * (row - 8)
    return sole || upper ? 90 + 5 * column + (row % 3) * 8 : 0
  },
  (column, row) => (column * 167 + row * 59 + column * row * 13) % 256,
]

/** [4 * 784], 0 to 255. Drawn, not taken from a data set: the same on every machine, and nobody's. */
export function drawGoldenPictures(): Uint8Array {
  return Uint8Array.from({ length: drawings.length * PICTURE_PIXELS }, (_, index) => {
    const pixel = index % PICTURE_PIXELS
    return drawings[Math.floor(index / PICTURE_PIXELS)](pixel % side, Math.floor(pixel / side))
  })
}
