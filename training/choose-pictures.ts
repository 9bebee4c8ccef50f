// Labelled pictures and which of them are wanted in; those, in that order, out.
import { PICTURE_PIXELS } from './dataset/picture-size'
import type { LabelledPictures } from './labelled-pictures'

export function choosePictures({ pictures, labels }: LabelledPictures, indices: Int32Array): LabelledPictures {
  const chosen = new Uint8Array(indices.length * PICTURE_PIXELS)
  indices.forEach((index, place) =>
    chosen.set(pictures.subarray(index * PICTURE_PIXELS, (index + 1) * PICTURE_PIXELS), place * PICTURE_PIXELS),
  )
  return { pictures: chosen, labels: Uint8Array.from(indices, (index) => labels[index]) }
}
