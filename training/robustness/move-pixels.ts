// A picture and, for each place, where its value comes from in; the picture rearranged without any calculation out.
import { PICTURE_SIDE } from '../dataset/picture-size'

const last = PICTURE_SIDE - 1

/** `source` is asked with column, row and the last index of both (27). */
export function movePixels(
  picture: Uint8Array,
  source: (x: number, y: number, end: number) => readonly [x: number, y: number],
): Uint8Array {
  return picture.map((_, place) => {
    const [x, y] = source(place % PICTURE_SIDE, Math.floor(place / PICTURE_SIDE), last)
    return picture[y * PICTURE_SIDE + x]
  })
}
