// One 8-bit picture and a flip and shift come in, the moved picture from 0 to 1 is written out.
import { PICTURE_PIXELS, PICTURE_SIDE } from './picture-size'
import { UNIT } from './scale-pictures'

/** How a picture is laid down: mirrored left to right first, then moved right and down; what is bared is zero. */
export interface Placement {
  flipped: boolean
  /** Pixels to the right, negative to the left. */
  shiftX: number
  /** Pixels down, negative up. */
  shiftY: number
}

/** Writes the 784 values from `target[to]` on, taken from `source[from]` on. */
export function placePicture(
  source: Uint8Array,
  from: number,
  target: Float32Array,
  to: number,
  { flipped, shiftX, shiftY }: Placement,
): void {
  target.fill(0, to, to + PICTURE_PIXELS)
  const [left, right] = [Math.max(0, shiftX), Math.min(PICTURE_SIDE, PICTURE_SIDE + shiftX)]
  const [top, bottom] = [Math.max(0, shiftY), Math.min(PICTURE_SIDE, PICTURE_SIDE + shiftY)]
  const step = flipped ? -1 : 1
  const firstColumn = flipped ? PICTURE_SIDE - 1 - (left - shiftX) : left - shiftX
  for (let y = top; y < bottom; y++) {
    let read = from + (y - shiftY) * PICTURE_SIDE + firstColumn
    const row = to + y * PICTURE_SIDE
    for (let x = left; x < right; x++, read += step) target[row + x] = UNIT[source[read]]
  }
}
