// 8-bit pictures and the indices of a batch come in, the batch as numbers from 0 to 1 comes out.
import { PICTURE_PIXELS } from './picture-size'

/** `UNIT[value]` is value / 255, rounded once to 32-bit float. */
export const UNIT = Float32Array.from({ length: 256 }, (_, value) => value / 255)

/**
 * Writes picture `indices[i]` of `source` (Uint8Array, [N * 784]) as value / 255 to place i of `target`
 * (Float32Array, at least [indices.length * 784]).
 */
export function scalePictures(source: Uint8Array, indices: Int32Array, target: Float32Array): void {
  for (let place = 0; place < indices.length; place++) {
    const from = indices[place] * PICTURE_PIXELS
    const to = place * PICTURE_PIXELS
    for (let pixel = 0; pixel < PICTURE_PIXELS; pixel++) target[to + pixel] = UNIT[source[from + pixel]]
  }
}
