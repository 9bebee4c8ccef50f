// 8-bit pictures, a batch of indices and a random source come in; randomly changed pictures from 0 to 1 come out.
import { distort } from '../augmentation/distort'
import type { Distortions } from '../augmentation/distortions'
import { cutOut } from './cut-out'
import { PICTURE_PIXELS, PICTURE_SIDE } from './picture-size'
import { placePicture } from './place-picture'
import type { Placement } from './place-picture'
import { drawInteger, drawUnit } from './random-source'
import type { RandomSource } from './random-source'

/** What may happen to a picture. */
export interface Augmentation {
  /** Chance of a left-right mirror, 0 to 1. */
  flipProbability: number
  /** Furthest shift in pixels; each direction draws a whole number from -shift to +shift. */
  shift: number
  /** Side of the zeroed square in pixels. Its centre is uniform over the picture, so it may reach outside. */
  cutoutSize: number
  /** Chance of the zeroed square, 0 to 1. */
  cutoutProbability: number
  /** What a robust recipe adds; it draws further numbers. */
  distortions?: Distortions
}

const placement: Placement = { flipped: false, shiftX: 0, shiftY: 0 } // kept, so that no picture allocates

/**
 * Writes picture `indices[i]` of `source` (Uint8Array, [N * 784]), changed at random and as value / 255, to place i
 * of `target` (Float32Array, at least [indices.length * 784]). Draws six numbers a picture whatever the settings, so
 * that the stream of a run stays in step when one of them is changed; distortions draw theirs after them.
 */
export function augment(
  source: Uint8Array,
  indices: Int32Array,
  random: RandomSource,
  { flipProbability, shift, cutoutSize, cutoutProbability, distortions }: Augmentation,
  target: Float32Array,
): void {
  for (let place = 0; place < indices.length; place++) {
    placement.flipped = drawUnit(random) < flipProbability
    placement.shiftX = drawInteger(random, 2 * shift + 1) - shift
    placement.shiftY = drawInteger(random, 2 * shift + 1) - shift
    const cut = drawUnit(random) < cutoutProbability
    const centreX = drawInteger(random, PICTURE_SIDE)
    const centreY = drawInteger(random, PICTURE_SIDE)
    placePicture(source, indices[place] * PICTURE_PIXELS, target, place * PICTURE_PIXELS, placement)
    if (distortions !== undefined) distort(pictureAt(target, place), distortions, random)
    if (cut) cutOut(target, place * PICTURE_PIXELS, cutoutSize, centreX, centreY)
  }
}

const pictureAt = (batch: Float32Array, place: number) =>
  batch.subarray(place * PICTURE_PIXELS, (place + 1) * PICTURE_PIXELS)
