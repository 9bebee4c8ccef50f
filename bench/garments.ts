// A number of pictures in; as many made-up garments with their labels out, the same ones every time.
import { createRandomSource, drawInteger } from '../training/dataset/random-source'
import type { LabelledPictures } from '../training/labelled-pictures'

const side = 28

/** A bright, noisy ellipse on black for each picture; its width tells the class. */
export function makeGarments(count: number): LabelledPictures {
  const random = createRandomSource(11)
  const labels = Uint8Array.from({ length: count }, (_, place) => place % 10)
  const pictures = new Uint8Array(count * side * side)
  for (let picture = 0; picture < count; picture++) {
    const halfWidth = 3 + labels[picture]
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const distance = ((x - 13.5) / halfWidth) ** 2 + ((y - 13.5) / 12) ** 2
        if (distance < 1) pictures[(picture * side + y) * side + x] = 130 + drawInteger(random, 120)
      }
    }
  }
  return { pictures, labels }
}
