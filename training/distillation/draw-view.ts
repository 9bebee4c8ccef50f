// A picture and the number of a view in; the very same changed picture, whoever asks and whenever, out.
import { augment } from '../dataset/augment'
import { createRandomSource, drawInteger, drawUnit } from '../dataset/random-source'
import { PICTURE_PIXELS, PICTURE_SIDE } from '../dataset/picture-size'
import type { ViewSet } from './distillation-recipe'

/** What a view is made of: the picture alone (`share` 1), or a mixture with `partner`. */
export interface View {
  readonly partner: number
  /** Share of the picture itself in the mixture, 0..1. */
  readonly share: number
}

// More than pictures in the data set, so that no two pictures share a seed.
const seedsPerView = 100_000

const single = new Int32Array(1)
const other = new Float32Array(PICTURE_PIXELS)

/**
 * Writes view `view` of `picture` to place `place` of `target` (Float32Array, [N * 784], 0..1). The partner of a
 * mixture is drawn from `pictures`, the numbers of the training pictures. View 2k + 1 is the mirror image of view 2k:
 * what a flip-averaged teacher says of the one, it says of the other.
 */
export function drawView(
  source: Uint8Array,
  pictures: Int32Array,
  { picture, view }: { readonly picture: number; readonly view: number },
  views: ViewSet,
  target: Float32Array,
  place: number,
): View {
  const random = createRandomSource(views.seed * 10_000_019 + (view >> 1) * seedsPerView + picture)
  const slice = target.subarray(place * PICTURE_PIXELS, (place + 1) * PICTURE_PIXELS)
  const mixed = drawUnit(random) < views.mixupShare
  const partner = mixed ? pictures[drawInteger(random, pictures.length)] : picture
  const share = mixed ? drawUnit(random) : 1
  single[0] = picture
  augment(source, single, random, views.augmentation, slice)
  if (mixed) {
    single[0] = partner
    augment(source, single, random, views.augmentation, other)
    for (let pixel = 0; pixel < PICTURE_PIXELS; pixel++) slice[pixel] = share * slice[pixel] + (1 - share) * other[pixel]
  }
  if (view % 2 === 1) mirror(slice)
  return { partner, share }
}

/** Each row of 28 pixels from right to left, in place. */
function mirror(picture: Float32Array): void {
  for (let row = 0; row < PICTURE_PIXELS; row += PICTURE_SIDE) picture.subarray(row, row + PICTURE_SIDE).reverse()
}
